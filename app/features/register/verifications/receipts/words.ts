import { standingNames, standings } from '../../../certificates/model.ts';
import type { absences, Answer, Candidate } from '../model.ts';

/** The register's answer to one question, in one sentence. */
export function answerInWords(answer: Answer): string {
  switch (answer.outcome) {
    case 'match':
      return `${named(answer)}: ${standingInWords(answer)}${answer.asOf ? `, as it stood at the end of ${answer.asOf}` : ''}`;
    case 'ambiguous':
      return `Several may be meant: ${answer.candidates.map(named).join('; ')}`;
    case 'no_match':
      return absent[answer.reason];
  }
}

const absent: Record<(typeof absences)[number], string> = {
  unknown: 'Nobody of this name or number is on the register',
  removed: 'It was taken off the register',
  not_yet_listed: 'It was not on the register at the end of that day',
};

const named = ({ name, registrationNumber }: Candidate) => `${name} (${registrationNumber})`;

function standingInWords({ standing: { status, since } }: Candidate) {
  const known = standings.find((one) => one === status);
  return `${known ? standingNames[known] : status} since ${since.slice(0, 10)}`;
}
