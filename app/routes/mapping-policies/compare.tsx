import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { compared } from '#app/features/mapping/policies/compare.ts';
import { findPolicy } from '#app/features/mapping/policies/queries.server.ts';
import { SideBySide } from '#app/features/mapping/policies/ui/side-by-side.tsx';
import { found } from '#app/platform/http.server.ts';
import { queryField, SelectField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Filters } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Compare versions · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, title, versions } = found(await findPolicy(scope, found(params['id'])));
  const asked = new URL(request.url).searchParams;
  const named = (name: string) => versions.find(({ number }) => String(number) === asked.get(name));
  const after = found(named('after') ?? versions[0]);
  const before = found(named('before') ?? versions[1] ?? after);
  return {
    ...{ id, title, before: before.number, after: after.number },
    numbers: versions.map(({ number }) => String(number)),
    stretches: compared(before.words, after.words),
  };
}

export default function Compare() {
  const { id, title, before, after, numbers, stretches } = useLoaderData<typeof loader>();
  const options = numbers.map((value) => ({ value, label: `Version ${value}` }));
  return (
    <>
      <PageHeader
        title="Two versions side by side"
        back={{ to: `/mapping/policies/${id}`, label: 'The policy' }}
        eyebrow={<bdi>{title}</bdi>}
      />
      <Filters submit="Compare">
        <SelectField field={queryField('before', String(before))} label="Before" options={options} />
        <SelectField field={queryField('after', String(after))} label="After" options={options} />
      </Filters>
      <SideBySide stretches={stretches} before={before} after={after} />
    </>
  );
}
