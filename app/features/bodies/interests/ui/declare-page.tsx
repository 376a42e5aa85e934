import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';

import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage, type Place } from '#app/ui/parts/step-page.tsx';

import { tiesAsked } from './words.ts';

type Props = {
  recruiter: string;
  place: Place;
  /** The two answers, as they read before this step. */
  options: { value: string; label: string; hint?: string }[];
  /** How the answer names what was looked at. */
  looked?: 'statement' | 'reason';
  hint?: string;
  reply: SubmissionResult<string[]> | undefined;
  refusal: ReactNode;
};

/** What somebody declares of ties to a recruiter before an audit, a review or a decision. */
export function DeclarePage({ recruiter, options, looked = 'statement', hint, reply, ...step }: Props) {
  const [form, fields] = useFields<Record<'conflicted' | 'statement' | 'reason', string>>('declare', {
    reply,
  });
  return (
    <StepPage
      {...step}
      title="Declare conflicts of interest"
      lead={tiesAsked(recruiter)}
      form={form}
      button="Declare"
    >
      <RadioGroup field={fields.conflicted} label="Your declaration" options={options} />
      <TextArea
        field={fields[looked]}
        label="What you looked at"
        hint={hint ?? 'Ties you considered, and what you found'}
      />
    </StepPage>
  );
}
