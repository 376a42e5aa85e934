import type { FieldMetadata } from '@conform-to/react';

import { timeInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { CheckboxField, SelectField, TextArea } from '#app/ui/fields.tsx';

import type { CriterionFields } from '../forms.ts';
import {
  elementNames,
  elements,
  elementWords,
  maturities,
  maturityNames,
  seenOf,
  type Answer,
} from '../model.ts';

export type ShownIndicator = {
  code: string;
  requirement: string;
  revision: number;
  scoredAt: Date | null;
  scoredBy: string | null;
  answer: Answer;
  /** How many documents are named for it. */
  evidence: number;
};
type Fields = FieldMetadata<CriterionFields['indicators'][number], CriterionFields>;

const steps = maturities.map((maturity) => ({
  value: String(maturity),
  label: `${maturity} ${maturityNames[maturity]}`,
}));

/** As the fields of one indicator begin. */
export const toFields = ({
  code,
  revision,
  answer,
}: Pick<ShownIndicator, 'code' | 'revision' | 'answer'>) => {
  const { scores, notApplicableReason, comment } = answer;
  const chosen = (element: (typeof elements)[number]) => String(scores[element] ?? '');
  return {
    code,
    revision: String(revision),
    seen: seenOf(answer),
    policies: chosen('policies'),
    communication: chosen('communication'),
    skills: chosen('skills'),
    monitoring: chosen('monitoring'),
    improvement: chosen('improvement'),
    notApplicable: notApplicableReason === null ? '' : 'on',
    reason: notApplicableReason ?? '',
    comment: comment ?? '',
  };
};

type Props = {
  attempt: number;
  indicator: ShownIndicator;
  field: Fields;
  /** A colleague answered it otherwise in the meantime. */
  overtaken: boolean;
};

/** One indicator: five steps in a row, each chosen by its number on the keyboard. */
export function IndicatorFields({ attempt, indicator, field, overtaken }: Props) {
  const own = field.getFieldset();
  const { code, requirement, revision, answer, scoredBy, scoredAt } = indicator;
  // Once told, a person answers over what was saved meanwhile; before that, over what they saw.
  const current = overtaken || saysTheSame(toFields(indicator), own);
  const over = {
    revision: current ? String(revision) : (own.revision.initialValue ?? String(revision)),
    seen: current ? seenOf(answer) : (own.seen.initialValue ?? seenOf(answer)),
  };
  return (
    <fieldset className="w-full border-t border-line-strong pt-5">
      <legend className="sr-only">{`Indicator ${code}`}</legend>
      <p className="max-w-[46rem]">
        <span className="me-2 font-semibold">{code}</span>
        {requirement}
      </p>
      {scoredBy && scoredAt ? (
        <p className="mt-1 text-sm text-ink-2">{`Last answered by ${scoredBy} on ${timeInWords(scoredAt)}`}</p>
      ) : null}
      {overtaken ? <Theirs answer={answer} by={scoredBy} /> : null}
      <input type="hidden" name={own.code.name} value={code} />
      <input type="hidden" name={own.revision.name} value={over.revision} />
      <input type="hidden" name={own.seen.name} value={over.seen} />
      <div className="mt-4 grid grid-cols-1 gap-x-4 gap-y-3 min-[420px]:grid-cols-2 lg:grid-cols-5">
        {elements.map((element) => (
          <SelectField
            key={element}
            field={own[element]}
            label={
              <>
                <span aria-hidden="true">{elementWords[element]}</span>
                <span className="sr-only">{`${code} ${elementNames[element]}`}</span>
              </>
            }
            options={steps}
            empty="Not yet"
            width="full"
          />
        ))}
      </div>
      <More code={code} field={field} />
      <p className="mt-2 text-sm">
        <TextLink to={`/self-assessment/${attempt}/indicators/${code}/evidence`}>
          {`Documents that show ${code}: ${indicator.evidence === 0 ? 'none yet' : indicator.evidence}`}
        </TextLink>
      </p>
    </fieldset>
  );
}

const said = [...elements, 'notApplicable', 'reason', 'comment'] as const;

const saysTheSame = (standing: ReturnType<typeof toFields>, own: ReturnType<Fields['getFieldset']>) =>
  said.every((name) => standing[name] === (own[name].initialValue ?? ''));

/** What most indicators do not need: opened where something stands in it, or needs another look. */
function More({ code, field }: { code: string; field: Fields }) {
  const { notApplicable, reason, comment } = field.getFieldset();
  const filled = [notApplicable, reason, comment].some(({ initialValue, errors }) => initialValue || errors);
  return (
    <details className="mt-3 w-full" open={filled}>
      <summary className="cursor-pointer text-sm font-semibold text-accent">
        {`Comment, or ${code} does not apply`}
      </summary>
      <div className="mt-3 flex flex-col gap-4">
        <TextArea
          field={comment}
          label="Comment"
          hint="What shows it, and where to find it. Whoever reviews your application reads this."
          rows={2}
          optional
        />
        <CheckboxField field={notApplicable} label={`${code} does not apply to our agency`} />
        <TextArea
          field={reason}
          label="Why it does not apply"
          hint="Needed when you tick the box; the five steps then do not count."
          rows={2}
          optional
        />
      </div>
    </details>
  );
}

function Theirs({ answer, by }: { answer: Answer; by: string | null }) {
  return (
    <div className="mt-3 rounded-panel border border-line border-s-4 border-s-watch bg-card px-4 py-3">
      <p className="font-semibold">{`What ${by ?? 'your colleague'} saved`}</p>
      <p>{answerInWords(answer)}</p>
    </div>
  );
}

export function answerInWords({ scores, notApplicableReason, comment }: Answer) {
  const said =
    notApplicableReason === null
      ? elements.map((element) => `${elementWords[element]} ${scores[element] ?? 'open'}`).join(', ')
      : `Does not apply: ${notApplicableReason}`;
  return comment ? `${said}. ${comment}` : said;
}
