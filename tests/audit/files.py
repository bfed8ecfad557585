"""Reads the files to take away with readers of others. Called by `cargo xtask audit` with a site's folder."""

import sys
from pathlib import Path

import icalendar

site = Path(sys.argv[1])
faults = []
for file in sorted(site.rglob("*.ics")):
    data = file.read_bytes()
    if b"\r\n" not in data or b"\n" in data.replace(b"\r\n", b""):
        faults.append(f"{file}: lines must end with CR LF")
    if any(len(line) > 75 for line in data.split(b"\r\n")):
        faults.append(f"{file}: a line of more than 75 octets")
    for part in icalendar.Calendar.from_ical(data).walk():
        faults += [f"{file}: {error}" for error in part.errors]
        if part.name == "VEVENT" and not (part.get("uid") and part.get("dtstamp")):
            faults.append(f"{file}: an event without UID or DTSTAMP")
    print(f"icalendar: {file.name}")
if faults:
    sys.exit("\n".join(faults))
