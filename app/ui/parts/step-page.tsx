import type { FormMetadata } from '@conform-to/react';
import type { ReactNode } from 'react';

import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { PageForm } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

/** The record a step belongs to: where "not now" leads. */
export type Place = { to: string; label: string; eyebrow?: string };

type Props<Shape extends Record<string, unknown>> = {
  title: string;
  /** What follows from it, in words. */
  lead: ReactNode;
  place: Place;
  form: FormMetadata<Shape>;
  refusal: ReactNode;
  /** Without one the step cannot be taken yet; `context` says why. */
  button: string | undefined;
  danger?: boolean;
  encType?: 'multipart/form-data';
  /** What the step is about, above its questions and as wide as the page. */
  context?: ReactNode;
  children?: ReactNode;
};

/** One step of a record: what it does, what it asks, one button to take it and one to leave it. */
export function StepPage<Shape extends Record<string, unknown>>({
  place,
  button,
  danger,
  children,
  ...page
}: Props<Shape>) {
  const { title, lead, form, refusal, encType, context } = page;
  return (
    <>
      <PageHeader
        title={title}
        lead={lead}
        eyebrow={place.eyebrow}
        back={{ to: place.to, label: place.label }}
      />
      <PageForm form={form} refusal={refusal} {...(encType ? { encType } : {})}>
        {context ? <div className="flex w-full max-w-[56rem] flex-col gap-6">{context}</div> : null}
        {children}
        <Actions>
          {button ? <Button kind={danger ? 'danger' : 'primary'}>{button}</Button> : null}
          <ButtonLink to={place.to} kind="secondary">
            Not now
          </ButtonLink>
        </Actions>
      </PageForm>
    </>
  );
}
