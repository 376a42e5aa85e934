import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { setLanguage } from '#app/features/accounts/people/commands/language.server.ts';
import { languageForm } from '#app/features/accounts/people/forms.ts';
import { languageCodes, languageNames } from '#app/features/accounts/people/languages.ts';
import { findMe } from '#app/features/accounts/people/queries.server.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { RadioGroup } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Your language · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  return { language: (await findMe(scope)).language };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  const form = await readForm(request, languageForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await setLanguage(scope, form.value.language), '/me', form.reply);
}

const options = languageCodes.map((value) => ({
  value,
  label: <span lang={value}>{languageNames[value]}</span>,
}));

export default function Language() {
  const saved = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ language: string }>('language', { reply: answer?.reply, saved });
  return (
    <>
      <PageHeader
        title="Your language"
        lead="The certificate of an agency is printed in its first owner’s language, beside English. Mails come in your language where we write them in it: in French, Spanish, Arabic, Hindi, Nepali, Bangla and Indonesian so far. All others, and these pages, are in English."
        back={{ to: '/me', label: 'Your account' }}
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <RadioGroup field={fields.language} label="Language" options={options} />
        <Button>Save</Button>
      </PageForm>
    </>
  );
}
