type Read = { uid: string; status: string; from: string; until: string; sequence: number; changed: string };

/** What a calendar program makes of a feed (RFC 5545): unfolded lines, properties with their parameters, one event each. */
export function readFeed(text: string): (Read & { summary: string })[] {
  const events: Map<string, string>[] = [];
  for (const content of text.replaceAll(/\r\n[ \t]/g, '').split('\r\n')) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(content) ?? [];
    if (content === 'BEGIN:VEVENT') events.push(new Map());
    else events.at(-1)?.set(name, value);
  }
  return events.map((event) => {
    const of = (name: string) => event.get(name) ?? '';
    return {
      ...{ uid: of('UID'), status: of('STATUS'), from: of('DTSTART'), until: of('DTEND') },
      ...{ sequence: Number(of('SEQUENCE')), changed: of('LAST-MODIFIED'), summary: of('SUMMARY') },
    };
  });
}
