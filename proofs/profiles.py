"""The profiles of the model: which sizes its arrays have. Every shipped profile is proved."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Profile:
    name: str
    macros: tuple[str, ...]


PROFILES = {
    "default": Profile("default", ()),
    "small": Profile("small", ("-DDXGMAP_PROFILE_SMALL",)),
}


def select(name: str) -> list[Profile]:
    return list(PROFILES.values()) if name == "all" else [PROFILES[name]]
