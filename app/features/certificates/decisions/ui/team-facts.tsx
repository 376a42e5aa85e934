import { timeInWords } from '#app/platform/calendar.ts';
import { sectorName } from '#app/platform/industries.ts';
import { languageName } from '#app/platform/names/languages.ts';

type Departure = {
  auditId: string;
  name: string;
  role: string;
  leftAt: Date | string;
  reason: string | null;
};
type Objection = {
  auditId: string;
  name: string;
  reasons: string;
  outcome: string | null;
  answer: string | null;
};
type NotCovered = {
  auditId: string;
  languages: readonly string[];
  sectors: readonly string[];
  reason: string;
  givenBy: string;
};
export type Teams = {
  departures: readonly Departure[];
  objections: readonly Objection[];
  notCovered: readonly NotCovered[];
};

const left = ({ name, role, leftAt, reason }: Departure) =>
  `${name} (${role.replaceAll('_', ' ')}) on ${timeInWords(leftAt)}${reason ? `: ${reason}` : ''}`;
const objected = ({ name, reasons, outcome, answer }: Objection) =>
  `Against ${name}: ${reasons} ${outcome ? `${outcome === 'upheld' ? 'Upheld' : 'Dismissed'}: ${answer ?? ''}` : 'Not answered.'}`;
const uncovered = ({ languages, sectors, reason, givenBy }: NotCovered) =>
  `${[...languages.map(languageName), ...sectors.map(sectorName)].join(', ')}. ${givenBy}: ${reason}`;

/** What happened to a team before its audit was over, and what nobody on it covered: it bears on how far a report is trusted. */
export function teamFacts({ departures, objections, notCovered }: Teams, auditId: string) {
  const of = <Row extends { auditId: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.auditId === auditId);
  return [
    ...of(departures).map((row) => ({ term: 'Left the team', value: left(row) })),
    ...of(objections).map((row) => ({ term: 'Objection by the recruiter', value: objected(row) })),
    ...of(notCovered).map((row) => ({ term: 'Not covered by the team', value: uncovered(row) })),
  ];
}
