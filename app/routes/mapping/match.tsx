import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/mapping/campaigns/ui/words.ts';
import { matchParty } from '#app/features/mapping/parties/commands.server.ts';
import { matchForm } from '#app/features/mapping/parties/forms.ts';
import { findParty } from '#app/features/mapping/parties/queries.server.ts';
import { searchRegister } from '#app/features/register/search/search.server.ts';
import { identityByNumber } from '#app/features/register/standings.server.ts';
import { parseForm, formOf } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { countryName } from '#app/platform/places.ts';
import { RadioGroup } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Compare with the register · Mapping · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, name, licence } = found(await findParty(scope, found(params['id'])));
  const named = name ? await searchRegister(scope, { q: name }, { limit: 5 }) : [];
  const numbered = licence ? await searchRegister(scope, { q: licence }, { limit: 3 }) : [];
  const candidates = [
    ...new Map([...numbered, ...named].map((each) => [each.registrationNumber, each])).values(),
  ];
  return { id, name: found(name), candidates };
}

const nobody = 'nobody';

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findParty(scope, found(params['id'])));
  const form = parseForm(await formOf(request), matchForm);
  if (!form.ok) return badInput(form.reply);
  const { number } = form.value;
  const match = number === nobody ? null : await identityByNumber(scope, number);
  if (match === undefined) return refused('unknown_recruiter', form.reply);
  return answered(await matchParty(scope, id, match), `/mapping/parties/${id}`, form.reply);
}

export default function Match() {
  const { id, name, candidates } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ number: string }>('match', { reply: answer?.reply });
  return (
    <StepPage
      title="Who is it on the register?"
      lead="From then on its standing shows wherever it appears, and a change becomes a task of yours."
      place={{ to: `/mapping/parties/${id}`, label: 'The party', eyebrow: name }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Save"
    >
      <RadioGroup
        field={fields.number}
        label="The register knows"
        options={[
          ...candidates.map(({ registrationNumber, name: known, country }) => ({
            value: registrationNumber,
            label: `${known}, ${countryName(country)} (${registrationNumber})`,
          })),
          { value: nobody, label: 'None of these: it is not on the register' },
        ]}
      />
    </StepPage>
  );
}
