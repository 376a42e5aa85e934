import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { signInForm, type SignInForm } from '#app/features/accounts/forms.ts';
import { localPath } from '#app/features/accounts/rules.ts';
import { signIn } from '#app/features/accounts/admission.server.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, refused, tooMany } from '#app/platform/http.server.ts';
import { Button, TextLink } from '#app/ui/buttons.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Sign in · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await enter(request, 'visitor');
  const next = localPath(new URL(request.url).searchParams.get('next'));
  if (actor.kind !== 'visitor') throw redirect(next);
  return { next };
}

export async function action({ request }: ActionFunctionArgs) {
  await enter(request, 'visitor');
  const form = await readForm(request, signInForm);
  if (!form.ok) return badInput(form.reply);
  const admission = await signIn(request, form.value);
  if (!admission.ok && admission.refusal === 'too_many') return tooMany(admission.seconds, form.reply);
  if (!admission.ok) return refused(admission.refusal, form.reply);
  const next = localPath(form.value.next);
  const to = admission.next === 'in' ? next : `/sign-in/second-factor?next=${encodeURIComponent(next)}`;
  return redirect(to, { headers: admission.headers });
}

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<SignInForm>('sign-in', { reply: answer?.reply });
  return (
    <>
      <PageHeader
        title="Sign in"
        lead="For recruiters, audit bodies, companies, authorities and the scheme."
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <input type="hidden" name="next" value={next} />
        <TextField field={fields.email} label="E-mail address" type="email" autoComplete="username" />
        <TextField field={fields.password} label="Password" type="password" autoComplete="current-password" />
        <Button>Sign in</Button>
      </PageForm>
      <ul className="flex flex-col gap-2">
        <li>
          <TextLink to={`/sign-in/passkey?next=${encodeURIComponent(next)}`}>Sign in with a passkey</TextLink>
        </li>
        <li>
          <TextLink to={`/sign-in/sso?next=${encodeURIComponent(next)}`}>
            Sign in with your organisation
          </TextLink>
        </li>
        <li>
          <TextLink to="/reset">Forgotten your password?</TextLink>
        </li>
      </ul>
      <p>
        No account yet? Sign up as <TextLink to="/sign-up">a recruiter</TextLink> or{' '}
        <TextLink to="/sign-up/company">a company</TextLink>. Workers need no account:{' '}
        <TextLink to="/en/check">check a recruiter</TextLink>.
      </p>
    </>
  );
}
