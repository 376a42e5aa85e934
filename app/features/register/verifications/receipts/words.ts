import { standingNames, standings } from '../../../certificates/model.ts';
import type { Answer, Candidate } from '../model.ts';

/** The register's answer to one question, in one sentence. */
export function answerInWords(answer: Answer): string {
  switch (answer.outcome) {
    case 'match':
      return `${named(answer)}: ${standingInWords(answer)}`;
    case 'ambiguous':
      return `Several may be meant: ${answer.candidates.map(named).join('; ')}`;
    case 'no_match':
      return answer.reason === 'removed'
        ? 'It was taken off the register'
        : 'Nobody of this name or number is on the register';
  }
}

const named = ({ name, registrationNumber }: Candidate) => `${name} (${registrationNumber})`;

function standingInWords({ standing: { status, since } }: Candidate) {
  const known = standings.find((one) => one === status);
  return `${known ? standingNames[known] : status} since ${since.slice(0, 10)}`;
}
