import type { ReactNode } from 'react';

import { countryOptions } from '#app/platform/places.ts';
import { Button } from '#app/ui/buttons.tsx';
import { SelectField, TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

import { refusalText } from '../../ui/refusals.ts';
import type { SignUpForm } from '../forms.ts';
import { NewPasswordField } from './new-password-field.tsx';

type Props = {
  title: string;
  lead: string;
  /** "Name of the agency", and what to write there. */
  organisation: { label: string; hint: string };
  country: string;
  answer: FormAnswer;
  children: ReactNode;
};

export function SignUpPage({ title, lead, organisation, country, answer, children }: Props) {
  const [form, fields] = useFields<SignUpForm>('sign-up', { reply: answer?.reply });
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <TextField field={fields.organisation} {...organisation} autoComplete="organization" />
        <SelectField
          field={fields.country}
          label={country}
          options={countryOptions}
          empty="Choose a country"
        />
        <TextField field={fields.name} label="Your name" autoComplete="name" />
        <TextField
          field={fields.email}
          label="E-mail address"
          hint="We send a link there to finish signing up"
          type="email"
          autoComplete="username"
        />
        <NewPasswordField field={fields.password} label="Password" />
        <Button>Sign up</Button>
      </PageForm>
      <p>{children}</p>
    </>
  );
}
