#!/usr/bin/env python3
"""Checks an exported record of Planwright without Planwright · 在没有策行的电脑上核验导出的操作记录: python3 audit.py RECORD.jsonl [--key PUBLIC-KEY-HEX]
What is checked is written at the head of audit.mjs; signatures are Ed25519 (RFC 8032), here in whole numbers. Exit code: 0 whole, 1 not, 2 wrong use."""
import hashlib, json, sys
P, Q = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, I = -121665 * pow(121666, -1, P) % P, pow(2, (P - 1) // 4, P)
def add(a, b):
    u, v, w, x = (a[1] - a[0]) * (b[1] - b[0]), (a[1] + a[0]) * (b[1] + b[0]), 2 * a[3] * b[3] * D, 2 * a[2] * b[2]
    return (v - u) * (x - w) % P, (x + w) * (v + u) % P, (x - w) * (x + w) % P, (v - u) * (v + u) % P
def times(number, base):
    total = (0, 1, 1, 0)
    for bit in bin(number)[2:]:
        total = add(total, total) if bit == "0" else add(add(total, total), base)
    return total
def point(data):
    y = int.from_bytes(data, "little") % 2**255
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * I % P
    x = x if x % 2 == data[31] >> 7 else P - x
    return x, y, 1 if x * x % P == square else 0, x * y % P
def signed(key, signature, text):
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % Q
    left = times(int.from_bytes(signature[32:], "little"), point((4 * pow(5, -1, P) % P).to_bytes(32, "little")))
    right = add(point(signature[:32]), times(k, point(key)))
    return left[2] * right[2] % P != 0 and all((left[n] * right[2] - right[n] * left[2]) % P == 0 for n in (0, 1))
H = lambda alg, data: hashlib.new({"sha256": "sha256", "sm3": "sm3"}[alg], data).digest()
canonical = lambda value: json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
content = lambda alg, salt, part, text: None if text is None else H(alg, f'["{salt}","{part}",{text}]'.encode()).hex()
def root(alg, leaves):
    part = 1 << max(len(leaves) - 1, 1).bit_length() - 1
    return leaves[0] if len(leaves) == 1 else H(alg, b"\1" + root(alg, leaves[:part]) + root(alg, leaves[part:]) if leaves else b"")
findings, ends, wanted, gone, erased = [], {}, {}, set(), set()
def checkpoint(hash, signature, before, trusted, **body):
    alg, text, number = body["alg"], canonical(body), body["number"]
    expected = (before.get("number", 0) + 1, before.get("hash"), H(alg, text).hex(), root(alg, [H(alg, b"\0" + canonical(lane)) for lane in body["lanes"]]).hex())
    is_signed = body["key"] == (trusted or body["key"]) and signed(bytes.fromhex(body["key"]), bytes.fromhex(signature), text)
    findings.extend([] if is_signed and expected == (number, body["previous"], hash, body["root"]) else [f"检查点或签名 checkpoint or signature {number}"])
    for lane in body["lanes"]:
        wanted.setdefault(f"{lane['lane']}/{lane['to']}", set()).add(lane["head"])
def take(contents, hash, **body):
    alg, (seq, prev), place = body["alg"], ends.get(body["lane"], (0, "0" * 64)), f"{body['lane']}/{body['seq']}"
    changed = (body["seq"], body["prev"], hash) != (seq + 1, prev, H(alg, canonical(body)).hex())
    stated, ends[body["lane"]] = [body[part] for part in ("before", "after", "details")], (body["seq"], hash)
    gone.update([place] if contents is None and any(stated) else [])
    erased.update([body["object"][1]] if body["event"] == "audit.erased" and body["object"][0] == "kernel.event" else [])
    changed |= contents is not None and stated != [content(alg, contents["salt"], part, contents[part]) for part in ("before", "after", "details")]
    findings.extend([f"被改过或接不上 changed or does not follow: {place}"] if changed or wanted.pop(place, {hash}) != {hash} else [])
if len(sys.argv) not in (2, 4) or sys.argv[2:3] not in ([], ["--key"]):
    sys.exit(print("python3 audit.py RECORD.jsonl [--key HEX]", file=sys.stderr) or 2)
with open(sys.argv[1], encoding="utf-8", newline="\n") as lines:
    head = json.loads(next(lines))
    for before, each in zip([{}] + head["checkpoints"], head["checkpoints"]):
        checkpoint(before=before, trusted=sys.argv[3] if len(sys.argv) == 4 else None, **each)
    for line in map(json.loads, lines):
        take(line["contents"], **line["event"])
findings += [f"检查点时有，现在没有 there at a checkpoint, gone now: {place}" for place in wanted] + [f"内容没有了 contents gone: {place}" for place in gone - erased]
findings += [f"链尾不对 lane ends elsewhere: {each['lane']}" for each in head["heads"] if ends.get(each["lane"], (0, "0" * 64)) != (each["seq"], each["head"])]
print(*(f"✗ {each}" for each in findings[:20]), f"{'✗' if findings else '✓'} {sum(seq for seq, _ in ends.values())} 条记录 events, {len(head['checkpoints'])} 个检查点 checkpoints", sep="\n")
sys.exit(1 if findings else 0)
