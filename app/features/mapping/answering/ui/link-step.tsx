import type { FormMetadata } from '@conform-to/react';
import type { ReactNode } from 'react';

import { formWords } from '#app/questionnaire/words/said.ts';
import { Button } from '#app/ui/buttons.tsx';
import { PageForm } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

import type { MappingLanguage } from '../../model.ts';
import { refusalIn, wordsOf } from '../words/words.ts';

type Props<Shape extends Record<string, unknown>> = {
  home: string;
  language: MappingLanguage;
  title: string;
  lead: string;
  form: FormMetadata<Shape>;
  refusal: string | undefined;
  button?: string | undefined;
  danger?: boolean;
  children?: ReactNode;
};

/** One step of whoever came by a link, in their language. */
export function LinkStep<Shape extends Record<string, unknown>>(step: Props<Shape>) {
  const { home, language, title, lead, form, refusal, button, danger, children } = step;
  return (
    <>
      <PageHeader title={title} lead={lead} back={{ to: home, label: wordsOf(language).back }} />
      <PageForm
        form={form}
        words={formWords(language)}
        refusal={refusal ? refusalIn(language, refusal) : undefined}
      >
        {children}
        {button ? <Button kind={danger ? 'danger' : 'primary'}>{button}</Button> : null}
      </PageForm>
    </>
  );
}
