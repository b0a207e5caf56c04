package dev.sojourn.map.evidence;

import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.Evidence;
import dev.sojourn.map.model.EvidenceLevel;
import org.jspecify.annotations.Nullable;

/// What an element rests on.
///
/// @param level the state of its evidence
/// @param claim the claim whose check decided; null when no check did
/// @param check the check that decided; null when none did
/// @param said what customers said; null when nobody asked
public record Support(
    EvidenceLevel level,
    @Nullable Claim claim,
    @Nullable CheckResult check,
    @Nullable Evidence said) {}
