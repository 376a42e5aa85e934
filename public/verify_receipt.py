#!/usr/bin/env python3
"""Checks a receipt of a Fairroute register without a network and without Fairroute.

    python3 verify_receipt.py receipt.jwt did.json

`did.json` is the register's /.well-known/did.json, saved when the receipt was made or later: it keeps every key there
ever was. Whether it is the register's own is for you to know: save it yourself. Python 3.8 or newer, nothing else.
Ends with 0 and what the receipt says, or with 1 and why it proves nothing.
"""
import base64
import hashlib
import json
import re
import sys
from datetime import datetime, timezone


class Refused(Exception):
    """Why the receipt proves nothing."""


# Ed25519 as RFC 8032, section 5.1, describes it, in extended coordinates (X, Y, Z, T): x = X/Z, y = Y/Z, xy = T/Z.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def added(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(scalar, point):
    result = (0, 1, 1, 0)
    while scalar > 0:
        if scalar & 1:
            result = added(result, point)
        point = added(point, point)
        scalar >>= 1
    return result


def same(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def point_of(encoded):
    """The point behind 32 bytes, or None."""
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * ROOT % P
    if (x * x - square) % P != 0 or (x == 0 and sign == 1):
        return None
    return (P - x if x & 1 != sign else x, y, 1, (P - x if x & 1 != sign else x) * y % P)


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def is_signed(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    public, r = point_of(key), point_of(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if public is None or r is None or s >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + key + message).digest()
    h = int.from_bytes(digest, "little") % ORDER
    return same(times(s, BASE), added(r, times(h, public)))


def unpacked(part):
    if not re.fullmatch(r"[A-Za-z0-9_-]*", part):
        raise Refused("it is no token: three parts in base64url with dots between them")
    try:
        return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except ValueError:
        raise Refused("it is no token: a part of it is cut off")


def once(pairs):
    """An object that names a member twice says two things: neither counts."""
    read = dict(pairs)
    if len(read) != len(pairs):
        raise Refused("a member is named twice")
    return read


def an_object(data, what):
    try:
        read = json.loads(data, object_pairs_hook=once)
    except (ValueError, RecursionError):
        raise Refused(what + " is no JSON")
    if not isinstance(read, dict):
        raise Refused(what + " is no JSON object")
    return read


def listed(value):
    return value if isinstance(value, list) else [value]


def key_named(kid, did):
    """The bytes of the key, if the register says that it signs with it."""
    if kid not in listed(did.get("assertionMethod")):
        raise Refused("it names a key that did.json does not know")
    for method in listed(did.get("verificationMethod")):
        jwk = method.get("publicKeyJwk") if isinstance(method, dict) else None
        if isinstance(jwk, dict) and method.get("id") == kid and method.get("controller") == did.get("id"):
            if jwk.get("kty") == "OKP" and jwk.get("crv") == "Ed25519" and isinstance(jwk.get("x"), str):
                return unpacked(jwk["x"])
    raise Refused("did.json has no Ed25519 key of that name")


def moment(text):
    if not isinstance(text, str) or not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", text):
        raise Refused("it has a date that is none")
    try:
        return datetime.strptime(text[:19], "%Y-%m-%dT%H:%M:%S").replace(tzinfo=timezone.utc)
    except ValueError:
        raise Refused("it has a date that is none")


def read_receipt(token, did, now):
    """What the receipt says, once everything about it is right."""
    parts = token.strip().split(".")
    if len(parts) != 3:
        raise Refused("it is no token: three parts in base64url with dots between them")
    header = an_object(unpacked(parts[0]), "its header")
    if header.get("alg") not in ("EdDSA", "Ed25519") or "crit" in header:
        raise Refused("it is signed in a way that receipts are not")
    if header.get("typ") != "vc+jwt" or header.get("cty", "vc") != "vc":
        raise Refused("it is no credential: its typ or cty is another")
    key = key_named(header.get("kid"), did)
    if not is_signed(key, (parts[0] + "." + parts[1]).encode("ascii"), unpacked(parts[2])):
        raise Refused("its signature is wrong: it was changed or made up")
    said = an_object(unpacked(parts[1]), "what it says")
    if "vc" in said or "vp" in said or "VerifiableCredential" not in listed(said.get("type")):
        raise Refused("it is signed, but no credential")
    if "RegisterCheckReceipt" not in listed(said.get("type")):
        raise Refused("it is a credential, but no receipt")
    issuer = said.get("issuer")
    if (issuer.get("id") if isinstance(issuer, dict) else issuer) != did.get("id"):
        raise Refused("it is not of the register that did.json names")
    if moment(said.get("validFrom")) > now:
        raise Refused("it is dated in the future")
    if "validUntil" in said and moment(said["validUntil"]) < now:
        raise Refused("its last day has passed")
    subject = said.get("credentialSubject")
    if not isinstance(subject, dict) or not all(isinstance(subject.get(m), list) for m in ("asked", "answered")):
        raise Refused("it does not say what was asked and answered")
    if not len(subject["asked"]) == len(subject["answered"]) == subject.get("count"):
        raise Refused("it has not as many answers as questions")
    return subject


def visible(text):
    """No letter that moves a cursor or turns a line round."""
    return "".join(letter if letter.isprintable() else "?" for letter in str(text))


def in_words(answer):
    if answer.get("outcome") == "match":
        standing = answer.get("standing", {})
        name, number = answer.get("name"), answer.get("registrationNumber")
        return "{} ({}): {} since {}".format(name, number, standing.get("status"), standing.get("since"))
    if answer.get("outcome") == "ambiguous":
        named = [str(one.get("registrationNumber")) for one in answer.get("candidates", [])]
        return "several may be meant: " + ", ".join(named)
    return "not found ({})".format(answer.get("reason"))


def main(arguments):
    if len(arguments) != 2:
        print(__doc__)
        return 2
    try:
        with open(arguments[0], encoding="ascii") as file:
            token = file.read()
        with open(arguments[1], encoding="utf-8") as file:
            did = an_object(file.read(), "did.json")
        subject = read_receipt(token, did, datetime.now(timezone.utc))
    except (Refused, OSError, UnicodeError) as why:
        print("NOT VALID: " + visible(why))
        return 1
    print("VALID: signed by " + visible(did.get("id")))
    print("Register: " + visible(subject.get("register")))
    print("As known at: " + visible(subject.get("asKnownAt")))
    for place, (item, answer) in enumerate(zip(subject["asked"], subject["answered"]), 1):
        asked = ", ".join(str(value) for name, value in item.items() if name != "ref")
        print(visible("{}. {} -> {}".format(place, asked, in_words(answer))))
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
