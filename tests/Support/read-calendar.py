"""Reads an iCalendar file with Debian's icalendar package and prints its events as JSON."""
import json
import sys

import icalendar

with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())


def told(event, name):
    value = event.get(name)
    return None if value is None else value.to_ical().decode() if hasattr(value, "to_ical") else str(value)


print(json.dumps({
    "name": str(calendar.get("X-WR-CALNAME")),
    "method": str(calendar.get("METHOD")),
    "events": [{
        "uid": told(event, "UID"),
        "sequence": int(event.get("SEQUENCE")),
        "status": told(event, "STATUS"),
        "summary": str(event.get("SUMMARY")),
        "location": None if event.get("LOCATION") is None else str(event.get("LOCATION")),
        "start": event.get("DTSTART").dt.isoformat(),
        "end": None if event.get("DTEND") is None else event.get("DTEND").dt.isoformat(),
        "errors": [str(error) for error in event.errors],
    } for event in calendar.walk("VEVENT")],
}))
