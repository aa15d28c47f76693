"""Reads message files with Python's own email package: their names on standard input, a line of JSON for each on standard output."""
import email
import email.policy
import json
import sys


def read(name):
    with open(name, "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    parts = list(message.walk())
    texts = [part for part in parts if part.get_content_maintype() == "text" and not part.is_attachment()]
    defects = [repr(defect) for part in parts for defect in part.defects]
    defects += [f"{name}: {defect!r}" for name, value in message.items() for defect in value.defects]
    return {
        "headers": {name: str(value) for name, value in message.items()},
        "structure": [part.get_content_type() for part in parts],
        "charsets": [part.get_content_charset() for part in texts],
        "plain": next((part.get_content() for part in texts if part.get_content_subtype() == "plain"), ""),
        "html": next((part.get_content() for part in texts if part.get_content_subtype() == "html"), ""),
        "attachments": [
            {"name": part.get_filename(), "type": part.get_content_type(), "bytes": len(part.get_payload(decode=True))}
            for part in parts if part.is_attachment()],
        "defects": defects,
    }


for line in sys.stdin:
    print(json.dumps(read(line.rstrip("\n"))), flush=True)
