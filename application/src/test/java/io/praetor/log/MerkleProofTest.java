package io.praetor.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.log.MerkleProof.TreeSize;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Proofs against the eight-leaf vectors that Certificate Transparency implementations share, and
 * against the recursive definition of RFC 9162 on random trees.
 */
class MerkleProofTest {
    private static final List<Hash> LEAVES =
            Stream.of(
                            "",
                            "00",
                            "10",
                            "2021",
                            "3031",
                            "40414243",
                            "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f")
                    .map(HexFormat.of()::parseHex)
                    .map(Merkle::leaf)
                    .toList();

    private static final List<Hash> ROOTS =
            Stream.of(
                            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")
                    .map(Hash::ofHex)
                    .toList();

    private static final String A =
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
    private static final String B =
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
    private static final String C =
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
    private static final String D =
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
    private static final String E =
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
    private static final String F =
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

    private static final int TREE_MAX = 70;

    private static TreeHashes over(List<Hash> leaves) {
        return (start, end) -> reference(leaves.subList((int) start, (int) end));
    }

    /** MTH of RFC 9162, word for word. */
    private static Hash reference(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.over();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = 1;
        while (left * 2 < leaves.size()) {
            left *= 2;
        }
        return Hash.over(
                new byte[] {1},
                reference(leaves.subList(0, left)).toBytes(),
                reference(leaves.subList(left, leaves.size())).toBytes());
    }

    private static List<Hash> randomLeaves(SplittableRandom random, int count) {
        List<Hash> leaves = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            byte[] entry = new byte[random.nextInt(40)];
            random.nextBytes(entry);
            leaves.add(Merkle.leaf(entry));
        }
        return leaves;
    }

    private static Hash flipped(Hash hash, SplittableRandom random) {
        byte[] bytes = hash.toBytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return Hash.of(bytes);
    }

    @Test
    void rootsAreThePublishedOnes() {
        Frontier growing = new Frontier();
        List<Hash> roots = new ArrayList<>(List.of(growing.root()));
        for (Hash leaf : LEAVES) {
            growing.add(leaf);
            roots.add(growing.root());
        }
        assertThat(roots).isEqualTo(ROOTS);
    }

    @Test
    void inclusionProofsAreThePublishedOnes() {
        checkInclusion(0, 1);
        checkInclusion(0, 8, A, B, C);
        checkInclusion(5, 8, D, E, ROOTS.get(4).toString());
        checkInclusion(2, 3, ROOTS.get(2).toString());
        checkInclusion(1, 5, ROOTS.get(1).toString(), B, D);
    }

    private static void checkInclusion(int index, int size, String... expected) {
        List<Hash> path = Stream.of(expected).map(Hash::ofHex).toList();
        assertThat(MerkleProof.inclusion(index, size, over(LEAVES))).isEqualTo(path);
        assertThat(MerkleProof.includes(LEAVES.get(index), index, size, path, ROOTS.get(size)))
                .isTrue();
    }

    @Test
    void consistencyProofsAreThePublishedOnes() {
        checkConsistency(1, 1);
        checkConsistency(1, 8, A, B, C);
        checkConsistency(6, 8, F, E, ROOTS.get(4).toString());
        checkConsistency(2, 5, B, D);
    }

    private static void checkConsistency(int older, int newer, String... expected) {
        List<Hash> path = Stream.of(expected).map(Hash::ofHex).toList();
        assertThat(MerkleProof.consistency(older, newer, over(LEAVES))).isEqualTo(path);
        assertThat(
                        MerkleProof.extendsTo(
                                new TreeSize(older, ROOTS.get(older)),
                                new TreeSize(newer, ROOTS.get(newer)),
                                path))
                .isTrue();
    }

    @Test
    void theFrontierAgreesWithTheDefinition() {
        long seed = 6962;
        SplittableRandom random = new SplittableRandom(seed);
        List<Hash> leaves = randomLeaves(random, TREE_MAX);
        Frontier frontier = new Frontier();
        for (int size = 1; size <= TREE_MAX; size++) {
            frontier.add(leaves.get(size - 1));
            assertThat(frontier.root())
                    .as("seed %d size %d", seed, size)
                    .isEqualTo(reference(leaves.subList(0, size)));
        }
    }

    @Test
    void everyLeafOfEveryTreeIsIncludedAndNothingElseIs() {
        long seed = 9162;
        SplittableRandom random = new SplittableRandom(seed);
        List<Hash> leaves = randomLeaves(random, TREE_MAX);
        for (int size = 1; size <= TREE_MAX; size++) {
            Hash root = reference(leaves.subList(0, size));
            for (int index = 0; index < size; index++) {
                List<Hash> path = MerkleProof.inclusion(index, size, over(leaves));
                Hash leaf = leaves.get(index);
                String place = "seed %d leaf %d of %d".formatted(seed, index, size);
                assertThat(MerkleProof.includes(leaf, index, size, path, root)).as(place).isTrue();
                assertThat(MerkleProof.includes(flipped(leaf, random), index, size, path, root))
                        .as(place)
                        .isFalse();
                assertThat(MerkleProof.includes(leaf, index ^ 1, size, path, root))
                        .as(place)
                        .isEqualTo(false);
                assertThat(MerkleProof.includes(leaf, size, size, path, root)).as(place).isFalse();
                List<Hash> longer = new ArrayList<>(path);
                longer.add(root);
                assertThat(MerkleProof.includes(leaf, index, size, longer, root))
                        .as(place)
                        .isFalse();
                if (!path.isEmpty()) {
                    List<Hash> shorter = path.subList(1, path.size());
                    assertThat(MerkleProof.includes(leaf, index, size, shorter, root))
                            .as(place)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everyTreeExtendsItsBeginningsAndNoOther() {
        long seed = 214;
        SplittableRandom random = new SplittableRandom(seed);
        List<Hash> leaves = randomLeaves(random, TREE_MAX);
        for (int newer = 1; newer <= TREE_MAX; newer++) {
            TreeSize whole = new TreeSize(newer, reference(leaves.subList(0, newer)));
            for (int older = 0; older <= newer; older++) {
                TreeSize begin = new TreeSize(older, reference(leaves.subList(0, older)));
                List<Hash> path = MerkleProof.consistency(older, newer, over(leaves));
                String place = "seed %d %d in %d".formatted(seed, older, newer);
                assertThat(MerkleProof.extendsTo(begin, whole, path)).as(place).isTrue();
                TreeSize forged = new TreeSize(older, flipped(begin.root(), random));
                assertThat(MerkleProof.extendsTo(forged, whole, path)).as(place).isFalse();
                if (older > 0) {
                    TreeSize changed = new TreeSize(newer, flipped(whole.root(), random));
                    assertThat(MerkleProof.extendsTo(begin, changed, path)).as(place).isFalse();
                }
                if (!path.isEmpty()) {
                    List<Hash> shorter = path.subList(0, path.size() - 1);
                    assertThat(MerkleProof.extendsTo(begin, whole, shorter)).as(place).isFalse();
                }
            }
        }
    }
}
