package io.praetor.serving;

/** Bodies of calls of the governance API, with single quotes. */
final class GovernanceCalls {
    static final String FAMILY =
            "{'id':'deploys','name':'Deploys','risk_tier':'SAFE','groups':['team:core'],"
                    + "'default':{'policy_id':'team','version_tag':'v1','reasoning':'shipped',"
                    + "'manifest':{'policy':'ab12','prompt':'one'},'suite_report_sha256':'cd'}}";

    static final String CANDIDATE =
            "{'policy_id':'team','version_tag':'v2','parent_version_id':'%s','reasoning':'shorter',"
                    + "'manifest':{'policy':'ab12','prompt':'two'},'idempotency_key':'k-1',"
                    + "'suite':{'passed':99,'total':100,'wrong_allows':0,'report_sha256':'ef'}}";

    static final String EPISODE =
            "{'id':'e%d','version_id':'%s','cluster':'low/read','situation':'s%d',"
                    + "'mode':'ENFORCED','meta':{'coherence':0.6}}";

    static final String OUTCOME =
            "{'episode':'e%d','reward':%s,'reviewed':true,'coherence_after':0.6}";

    private GovernanceCalls() {}
}
