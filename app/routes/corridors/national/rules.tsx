import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listNationalRules } from '#app/features/mapping/corridors/national/queries.server.ts';
import { RuleTable } from '#app/features/mapping/corridors/ui/rule-table.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { countryCodes, countryOptions } from '#app/platform/places.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Filters } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Who may be charged · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const asked = new URL(request.url).searchParams.get('country');
  const country = countryCodes.find((code) => code === asked);
  const rules = await listNationalRules(scope, country ? [country] : undefined);
  return { country, rules, today: dayOf(scope.now) };
}

export default function Rules() {
  const { country, rules, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Who may be charged by national law"
        back={{ to: '/scheme/corridors', label: 'Corridor book' }}
        lead="By country, kind of fee and first day. The scheme’s Standard allows no worker to be charged whatever a law says; the law is what an auditor compares it with. No rule comes with the software."
        action={<ButtonLink to="/scheme/corridors/rules/new">Write a rule</ButtonLink>}
      />
      <Filters clear={country ? '/scheme/corridors/rules' : undefined}>
        <SelectField
          field={queryField('country', country)}
          label="Country"
          options={countryOptions}
          empty="Any country"
        />
      </Filters>
      <RuleTable
        rules={rules}
        today={today}
        keeps
        empty="Rules appear here once an officer writes them, each with its source."
      />
    </>
  );
}
