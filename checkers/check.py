#!/usr/bin/env python3
"""Checks a receipt of Planwright on a computer without Planwright: one file, nothing but Python (3.8 or later).
在没有策行的电脑上核验收据：只要 Python（3.8 以上）和这一个文件。

    python3 check.py RECEIPT.json [--facts RECEIPT.facts.json] [--root HEX] [--hash HEX]

What is checked is written at the head of check.mjs. Exit code: 0 everything holds, 1 something does not, 2 wrong use.
"""
import argparse
import hashlib
import json
import sys

FORMATS = ("planwright.receipt.1", "planwright.inclusion.1")
findings = []


def sha256(*parts):
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.digest()


def canonical(value):
    """RFC 8785, for what receipts hold: texts, whole numbers, yes and no, nothing, lists, objects."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(each) for each in value) + "]"
    if isinstance(value, float):
        if value != int(value):
            raise ValueError("a receipt holds no parts of numbers")
        value = int(value)
    return json.dumps(value, ensure_ascii=False)


def hash_of(value):
    return sha256(canonical(value).encode()).hex()


def check(zh, en, stated, found):
    findings.append((zh, en, stated, found, stated == found))


def check_form(data, value):
    whole = (canonical(value) + "\n").encode()
    check("文件逐字节符合规范", "the file is canonical, byte for byte", sha256(data).hex(), sha256(whole).hex())
    rest = {name: each for name, each in value.items() if name != "hash"}
    check("收据自身的哈希", "the receipt’s own hash", value["hash"], hash_of(rest))


def check_decision(receipt):
    kept = ("id", "status", "amount", "award", "mask")
    measures = [{name: each[name] for name in kept} for each in receipt["measures"]]
    check("结果的哈希", "the hash of the result", receipt["result"], hash_of({"measures": measures, "total": receipt["total"]}))


def check_facts(receipt, opened):
    stated = {each["name"]: each["hash"] for each in receipt["facts"]}
    shown = {each["name"]: hash_of([each["salt"], each["name"], each["value"]]) for each in opened}
    for name in sorted({*stated, *shown}):
        check(f"事实“{name}”", f'the fact "{name}"', stated.get(name, "—"), shown.get(name, "—"))


def root_from(leaf, index, count, path):
    """The root that a leaf leads to; None if the path does not fit the place."""
    if index < 0 or index >= count:
        return None
    if count == 1:
        return leaf if not path else None
    if not path:
        return None
    part = 1 << ((count - 1).bit_length() - 1)
    is_left = index < part
    own = root_from(leaf, index if is_left else index - part, part if is_left else count - part, path[:-1])
    if own is None:
        return None
    return sha256(b"\x01", own, path[-1]) if is_left else sha256(b"\x01", path[-1], own)


def check_lines(value):
    grants = value["run"]["grants"]
    for each in value["lines"]:
        leaf = sha256(b"\x00", each["line"].encode())
        root = root_from(leaf, each["index"], grants["lines"], [bytes.fromhex(step) for step in each["path"]])
        check(f"运行中的一行“{each['line']}”", f'the line "{each["line"]}"', grants["root"], root.hex() if root else "—")


def once(pairs):
    """An object in which no name is given twice."""
    if len({name for name, _ in pairs}) < len(pairs):
        raise ValueError("a name is given twice")
    return dict(pairs)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("receipt")
    for name in ("--facts", "--root", "--hash"):
        parser.add_argument(name)
    options = parser.parse_args()
    try:
        with open(options.receipt, "rb") as file:
            data = file.read()
        opened = None
        if options.facts:
            with open(options.facts, encoding="utf-8") as file:
                opened = json.load(file)["facts"]
    except (OSError, ValueError, KeyError) as error:
        print(f"读不到 · cannot read: {error}", file=sys.stderr)
        return 2
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=once)
        if not isinstance(value, dict) or value.get("format") not in FORMATS:
            raise ValueError("no receipt")
        check_form(data, value)
        if value["format"] == FORMATS[0]:
            check_decision(value)
        else:
            check_lines(value)
        if opened is not None:
            check_facts(value, opened)
        if options.hash:
            check("印在决定上的哈希", "the hash as printed", options.hash.lower(), value["hash"])
        if options.root:
            check("公布的根", "the root as published", options.root.lower(), value.get("run", {}).get("grants", {}).get("root"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        check("结构", "the structure", "—", f"broken: {error}")
    for zh, en, stated, found, holds in findings:
        print(f"{'✓' if holds else '✗'} {zh} · {en}")
        if not holds:
            print(f"    收据上 stated  {stated}\n    重新算 found   {found}")
    if not options.hash and not options.root:
        print("？ 没有给出 --hash 或 --root：只能说明文件自身一致。 · Neither --hash nor --root was given: the file is consistent in itself, no more.")
    return 0 if all(each[-1] for each in findings) else 1


if __name__ == "__main__":
    sys.exit(main())
