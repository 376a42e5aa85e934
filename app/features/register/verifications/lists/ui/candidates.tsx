import { countryName } from '#app/platform/places.ts';
import { RadioGroup } from '#app/ui/fields.tsx';

import type { Candidate } from '../../model.ts';
import type { CheckedRow } from '../model.ts';
import { StandingThen } from './results.tsx';
import { askedWords, matchedOnWords } from './words.ts';

const field = (name: string, chosen: string | undefined) => ({
  ...{
    id: name.replace(/\W+/g, '-'),
    name,
    formId: '',
    initialValue: chosen,
    errors: undefined,
    allErrors: {},
  },
  ...{
    errorId: `${name.replace(/\W+/g, '-')}-error`,
    descriptionId: `${name.replace(/\W+/g, '-')}-description`,
  },
});

const optionOf = (candidate: Candidate) => ({
  value: candidate.registrationNumber,
  label: (
    <>
      <a href={`/register/${candidate.registrationNumber}`} className="link" target="_blank" rel="noreferrer">
        {candidate.name}
      </a>{' '}
      <StandingThen standing={candidate.standing} />
    </>
  ),
  hint: `${candidate.nameLocal ? `${candidate.nameLocal} · ` : ''}${countryName(candidate.country)} · ${candidate.registrationNumber} · matched on: ${matchedOnWords[candidate.match.on].toLowerCase()}, ${Math.round(candidate.match.score * 100)} % alike`,
});

/** One row and its candidates, for a person to say which is meant. */
export function CandidateRow({ index, result }: { index: number; result: CheckedRow }) {
  const { answer, item, number, line, choice, note } = result;
  if (answer?.outcome !== 'ambiguous' || line === null) return null;
  const chosen = choice ? (choice.registrationNumber ?? 'none') : undefined;
  return (
    <div className="w-full max-w-[46rem] border-t border-line pt-5">
      <input type="hidden" name={`rows[${index}].line`} value={line} />
      <RadioGroup
        field={field(`rows[${index}].chosen`, chosen)}
        label={
          <>
            <bdi>{askedWords(item)}</bdi>
            {item?.country ? `, ${countryName(item.country)}` : ''}
          </>
        }
        hint={`Row ${number}${item?.ref ? ` · ${item.ref}` : ''}${note ? ` · ${note}` : ''}`}
        options={[...answer.candidates.map(optionOf), { value: 'none', label: 'None of these' }]}
      />
    </div>
  );
}
