import type { DefaultValue } from '@conform-to/react';
import type { ReactNode } from 'react';

import { useFields, type FormAnswer } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

import { refusalText } from './words.ts';

type Props<Shape extends Record<string, unknown>> = {
  title: string;
  lead: string;
  button: string;
  saved?: DefaultValue<Shape> | null;
  answer: FormAnswer;
  children: (fields: ReturnType<typeof useFields<Shape>>[1]) => ReactNode;
};

/** What somebody says of what their company watches. */
export function WatchStep<Shape extends Record<string, unknown>>({
  saved,
  answer,
  children,
  ...step
}: Props<Shape>) {
  const [form, fields] = useFields<Shape>('watch', { reply: answer?.reply, saved });
  return (
    <StepPage
      {...step}
      place={{ to: '/watches', label: 'Watches' }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
    >
      {children(fields)}
    </StepPage>
  );
}
