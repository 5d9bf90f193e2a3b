package io.praetor.rollout.watch;

import io.praetor.rollout.credibility.CredibilityIndex;
import io.praetor.rollout.credibility.Thresholds;
import io.praetor.rollout.detection.DetectorSettings;
import io.praetor.rollout.detection.RewardLevels;

/** How the versions of a family are watched. */
public record FamilySettings(
        CredibilityIndex index,
        Thresholds thresholds,
        DetectorSettings detectors,
        RewardLevels levels) {}
