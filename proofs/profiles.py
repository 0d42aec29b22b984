"""The profiles of the model: which sizes its arrays have. Every shipped profile is proved."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Profile:
    name: str
    macros: tuple[str, ...]


PROFILES = {
    "small": Profile("small", ("-DDXGMAP_PROFILE_SMALL",)),
    "default": Profile("default", ()),
    "large": Profile("large", ("-DDXGMAP_PROFILE_LARGE",)),
}

SHIPPED = ("default", "small")


def select(name: str) -> list[Profile]:
    """`all` is what ships; a profile that does not ship can still be proved by its name."""
    if name == "all":
        return [PROFILES[p] for p in SHIPPED]
    return [PROFILES[name]]
