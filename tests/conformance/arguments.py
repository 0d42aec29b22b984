#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every pointer that an exported function takes is in the table of arguments.c, or is one that nobody follows."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

# What is compared with what is known, called, or handed on, by the argument or by the function and the argument.
NOT_FOLLOWED = {
    "an adapter, by its address": ["HwDeviceExtension"],
    "an address that is looked up": [
        "dxgmap_functions_of.site",
        "VideoPortUnmapMemory.VirtualAddress", "VideoPortFreeDeviceBase.MappedAddress", "VideoPortFreePool.Ptr",
        "DxgkCbUnmapMemory.VirtualAddress", "ExFreePool.P", "ExFreePoolWithTag.P", "MmUnmapIoSpace.BaseAddress",
        "MmUnmapLockedPages.BaseAddress", "MmGetPhysicalAddress.BaseAddress", "dxgmap_memory_gone.address", "Port",
        "Register"],
    "an address that is described": ["IoAllocateMdl.VirtualAddress", "IoBuildPartialMdl.VirtualAddress",
                                     "MmSizeOfMdl.Base", "MmMapLockedPagesSpecifyCache.RequestedAddress"],
    "an MDL, looked up by its address (argument_test.c has them)": ["Mdl", "MemoryDescriptorList", "SourceMdl",
                                                                    "TargetMdl"],
    "what is not modelled": ["Irp"],
    "the caller's own functions, and what they are given": [
        "CallbackRoutine", "Context", "context", "handler", "pressure", "run", "start_io", "visitor"],
}


def parameters():
    """(function, argument) of each pointer that an exported function takes."""
    names = re.findall(r"^    (\w+);$", (ROOT / "generated/dxgmap.map").read_text(), re.M)
    headers = "\n".join(re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S)
                        for path in sorted((ROOT / "generated/include").glob("*.h")))
    for name in names:
        found = re.search(r"^[A-Za-z_][\w \*]*[\s\*]" + name + r"\s*\(([^;{]*)\)\s*;", headers, re.M)
        if not found:
            raise SystemExit(f"{name} is exported, and no header declares it")
        for parameter in found.group(1).split(","):
            of_type, _, argument = " ".join(parameter.split()).rpartition(" ")
            # Or a type whose name begins with P: PVOID, INOUT_PDXGK...
            if argument.startswith("*") or re.search(r"(^|_)P(?!OOL|HYS|ROC|OWER)[A-Z]{2,}", of_type):
                yield name, argument.lstrip("*")


def main():
    rows = re.findall(r'^    \{"(\w+)", "(\w+)",', (ROOT / "tests/conformance/arguments.c").read_text(), re.M)
    buffers = re.findall(r"\blist\((\w+)\)", (ROOT / "tests/conformance/arguments.c").read_text())
    tested = {*rows, *((function, "Buffer") for function in buffers)}
    left = {argument for arguments in NOT_FOLLOWED.values() for argument in arguments}
    taken = list(parameters())
    wrong = [f"{function}.{argument}: no row in arguments.c" for function, argument in taken
             if (function, argument) not in tested and argument not in left and f"{function}.{argument}" not in left]
    used = {x for function, argument in taken for x in (argument, f"{function}.{argument}")}
    wrong += [f"{name}: nobody takes it any more" for name in sorted(left - used)]
    print("\n".join(wrong) if wrong else f"{len(taken)} pointers, {len(tested)} of them tested")
    return bool(wrong) or len(taken) < 100


if __name__ == "__main__":
    sys.exit(main())
