# SPDX-License-Identifier: MIT
"""What the gate reads of the whole tree beside the runs of single units: who defines what, and whether units agree."""

import os

import across
import frama
import profiles
import sametext
import unitrun
from acsl import Unit
from profiles import Profile
from tree import Tree
from unitrun import Problem, Settings


def definitions(tree: Tree) -> tuple[dict[str, str], list[Problem]]:
    """Function -> unit over the whole core, as gcc sees it; and what of model/core no unit reaches."""
    defined: dict[str, str] = {}
    reached: set[str] = set()
    for profile in profiles.select("all"):
        for unit, path in tree.units().items():
            text = sametext.read(tree, path, sametext.readers(profile)["gcc"])
            reached |= text.files
            defined |= {name: unit for name in [*sametext.defined_functions(text), *sametext.ghost_functions(path)]}
    reached = {os.path.normpath(file) for file in reached}
    left = [tree.relative(file) for file in tree.sources() if tree.relative(file) not in reached]
    return defined, [Problem("this file is part of no unit: left out of the proof", file) for file in left]


def agreement(settings: Settings, shapes: dict[str, Unit], profile: Profile) -> list[Problem]:
    """Units rely on each other's contracts; the given ones are checked against those that they call, too."""
    shapes = dict(shapes)
    try:
        while missing := across.needed(shapes, settings.defined):
            shapes |= {unit: unitrun.shape_of(settings, unit, profile) for unit in missing}
    except frama.ToolError as error:
        return [Problem(f"a unit that is called cannot be read: {error}")]
    found = [*across.disagreements(shapes, settings.defined), *across.rings(shapes, settings.defined)]
    return [Problem(what) for what in dict.fromkeys(found)]
