# SPDX-License-Identifier: MIT
"""The profiles of the model: which sizes its arrays have. `make prove` proves the default one anew each time; `make
test` replays the stored verdicts of all: of the small one, which the fuzzers and the tests of single units run on, and
of the large one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Profile:
    name: str
    macros: tuple[str, ...]
    use: str = ""  # what it is for, when it is not for everybody


PROFILES = {
    "default": Profile("default", ()),
    "small": Profile("small", ("-DDXGMAP_PROFILE_SMALL",), use="for tests: "),
    "large": Profile("large", ("-DDXGMAP_PROFILE_LARGE",)),
}


def select(name: str) -> list[Profile]:
    """One by its name, or `all`."""
    return [profile for profile in PROFILES.values() if name in ("all", profile.name)]
