"""The profiles of the model: which sizes its arrays have. `make prove` proves those that ship; `make test` proves all, because
the small one is what the fuzzers and the tests of single units run on."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Profile:
    name: str
    macros: tuple[str, ...]
    ships: bool


PROFILES = {
    "default": Profile("default", (), ships=True),
    "small": Profile("small", ("-DDXGMAP_PROFILE_SMALL",), ships=False),
}


def select(name: str) -> list[Profile]:
    """One by its name, `shipped`, or `all`."""
    return [profile for profile in PROFILES.values() if name in ("all", profile.name) or (name == "shipped" and profile.ships)]
