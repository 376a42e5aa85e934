import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/mapping/campaigns/ui/words.ts';
import { mergeParties } from '#app/features/mapping/parties/commands.server.ts';
import { mergeForm } from '#app/features/mapping/parties/forms.ts';
import { findParty, listLikely } from '#app/features/mapping/parties/queries.server.ts';
import { kindIn, kindNames } from '#app/features/mapping/parties/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, refused } from '#app/platform/http.server.ts';
import { countryName } from '#app/platform/places.ts';
import { redirect } from '@remix-run/node';
import { RadioGroup } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'The same as another · Mapping · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const party = found(await findParty(scope, found(params['id'])));
  return { id: party.id, name: found(party.name), likely: await listLikely(scope, party) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findParty(scope, found(params['id'])));
  const form = await readForm(request, mergeForm);
  if (!form.ok) return badInput(form.reply);
  const merged = await mergeParties(scope, id, form.value.into);
  return merged.ok ? redirect(`/mapping/parties/${merged.value.id}`) : refused(merged.refusal, form.reply);
}

export default function Merge() {
  const { id, name, likely } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ into: string }>('merge', { reply: answer?.reply });
  return (
    <StepPage
      title="Which other name is the same firm?"
      lead="They become one everywhere. What anybody answered stays as it was said, and both names are kept beside it."
      place={{ to: `/mapping/parties/${id}`, label: 'The party', eyebrow: name }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={likely.length > 0 ? 'They are one' : undefined}
      context={likely.length > 0 ? null : <p>Nobody else in your chain has a name like it.</p>}
    >
      {likely.length > 0 ? (
        <RadioGroup
          field={fields.into}
          label="The same as"
          options={likely.map(({ id: other, name: known, kind, country }) => ({
            value: other,
            label: [known, kindNames[kindIn(kind)], country ? countryName(country) : '']
              .filter(Boolean)
              .join(', '),
          }))}
        />
      ) : null}
    </StepPage>
  );
}
