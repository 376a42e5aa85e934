import { gradeNames } from '../../../findings/model.ts';
import { harmNames } from '../../../remedy/model.ts';
import { declaredInWords } from '../declared.ts';
import type { Declared, Entry, FindingDraft, Kept, Raising } from '../model.ts';
import { isRaising, mayChange } from './raising.ts';

/** A finding in the words its person wrote, to be read and copied. */
export const findingText = (
  {
    grade,
    statement,
    evidence,
    lawInstrument,
    lawPlace,
    gradingReasons,
    requirementKind,
    declaration,
    harm,
  }: Raising,
  declared: readonly Declared[] = [],
) =>
  [
    gradeNames[grade],
    gradingReasons ? `Why this grade: ${gradingReasons}` : '',
    statement,
    evidence,
    [lawInstrument, lawPlace].filter(Boolean).join(', '),
    requirementKind === 'declaration' ? measuredBy(declared.find(({ value }) => value === declaration)) : '',
    harm ? `Harm to workers: ${harmNames[harm]}` : '',
  ]
    .filter(Boolean)
    .join('\n');

const measuredBy = (answer: Declared | undefined) =>
  `Measured by what the recruiter declared${answer ? `: ${declaredInWords(answer)}` : ', in a copy of its application that is not here any more'}`;

/** `findingId` where it can still be changed here. */
export type ShownFinding = { title: string; words: string; text: string; findingId?: string };

/** The findings that stand beside an indicator: those of this device, and those the server has. */
export function findingsOn(kept: Pick<Kept, 'bundle' | 'entries' | 'raising'>, code: string): ShownFinding[] {
  const known = (kept.bundle?.findings ?? []).filter((finding) => finding.code === code);
  const own = kept.entries
    .filter(isRaising)
    .filter(({ operation, outcome }) => {
      const there = outcome.state === 'raised' ? outcome.finding.id : undefined;
      return operation.code === code && !known.some(({ id }) => id === there);
    })
    .map((entry) => ownFinding(entry, kept.bundle?.declared));
  const theirs = known.map(({ id, name, grade, statement, by }) => ({
    title: `${name}, ${gradeNames[grade]}, raised by ${by}`,
    words: upgraded(kept.entries, id),
    text: statement,
  }));
  return [...theirs, ...own];
}

function ownFinding(entry: Entry<Raising>, declared: readonly Declared[] | undefined): ShownFinding {
  const { operation, outcome } = entry;
  const text = findingText(operation, declared);
  const grade = gradeNames[operation.grade];
  if (mayChange(entry))
    return { title: grade, words: waits(operation), text, findingId: operation.findingId };
  switch (outcome.state) {
    case 'raised':
      return { title: `${outcome.finding.name}, ${gradeNames[outcome.finding.grade]}`, words: '', text };
    case 'refused':
      return { title: `${grade}, not taken`, words: outcome.message, text };
    default:
      return {
        title: grade,
        words: 'On its way to the server. Until it has answered, it is not changed from here.',
        text,
      };
  }
}

const waits = ({ grade }: Raising) =>
  grade === 'critical'
    ? 'Saved on this device, waits to be sent. It is told to the recruiter when it arrives, and its days run from then: where workers are in danger now, do not wait for a network.'
    : 'Saved on this device, waits to be sent.';

/** The same finding as in the audit before is graded up as it arrives. */
function upgraded(entries: readonly Entry[], id: string) {
  const own = entries
    .filter(isRaising)
    .find(({ outcome }) => outcome.state === 'raised' && outcome.finding.id === id);
  if (own?.outcome.state !== 'raised' || own.outcome.finding.grade === own.operation.grade) return '';
  const [from, to] = [gradeNames[own.operation.grade], gradeNames[own.outcome.finding.grade]];
  return `Graded up from ${from} to ${to}: an audit before found the same.`;
}

/** The form of a finding that waits, to be changed. */
export function draftOf(entries: readonly Entry[], findingId: string): FindingDraft | undefined {
  const found = entries.filter(isRaising).find(({ operation }) => operation.findingId === findingId);
  if (!found) return undefined;
  const { grade, requirementKind, statement, evidence, lawInstrument, lawPlace, harm } = found.operation;
  const { gradingReasons = '', declaration = '' } = found.operation;
  const said = { grade, requirementKind, statement, evidence, lawInstrument, lawPlace, gradingReasons };
  return { ...said, findingId, harm: harm ?? '', declaration };
}

export const emptyFinding = (findingId: string): FindingDraft => ({
  ...{ findingId, grade: '', requirementKind: 'standard', statement: '', evidence: '' },
  ...{ lawInstrument: '', lawPlace: '', harm: '', gradingReasons: '', declaration: '' },
});
