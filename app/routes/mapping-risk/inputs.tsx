import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { importInputs } from '#app/features/mapping/risk/inputs/commands.server.ts';
import { listInputs } from '#app/features/mapping/risk/inputs/queries.server.ts';
import { InputProblems, inputRefusalText, InputTable } from '#app/features/mapping/risk/ui/inputs.tsx';
import { readSentFile } from '#app/platform/tables/sent-file.server.ts';
import { listFile } from '#app/platform/tables/table.ts';
import { Button } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader, Prose, Section } from '#app/ui/page.tsx';
import { FileForm } from '#app/ui/parts/file-form.tsx';

export const meta: MetaFunction = () => [{ title: 'Risk of countries and sectors · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { inputs: await listInputs(scope) };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const file = await readSentFile(request, 'list');
  const outcome = file.ok ? await importInputs(scope, file.value) : file;
  if (!outcome.ok) return data({ refusal: outcome.refusal, problems: [] }, 400);
  const { problems } = outcome.value;
  if (problems.length > 0) return data({ refusal: undefined, problems }, 400);
  return redirect('/scheme/risk-inputs');
}

export default function Inputs() {
  const { inputs } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="Risk of countries and sectors"
        lead="What others published, from 0 to 100, with its source and year. It is part of every score. None comes with the software: import what the licence of its publisher lets the scheme use."
      />
      {answer?.refusal ? <Refusal>{inputRefusalText(answer.refusal)}</Refusal> : null}
      {answer && answer.problems.length > 0 ? (
        <>
          <Refusal>Nothing was imported. Put these cells right and send the list again.</Refusal>
          <InputProblems problems={answer.problems} />
        </>
      ) : null}
      <InputTable inputs={inputs} />
      <Section title="Import a list">
        <FileForm name="list" label="Your list" {...listFile}>
          <Button>Import it</Button>
        </FileForm>
        <Prose>
          <p>
            One row a country or sector, under the heads Kind (origin, destination or sector), Country or
            sector, Value (0 to 100, the higher the worse), Source, Year and Licence. What you send takes the
            place of what stood for the same country or sector; the earlier value stays on record. Whatever is
            not in any list counts as unknown, which is worse than average.
          </p>
          <p>
            Look at the licence before you import: several well-known indices may not be used by others
            without their publisher’s permission.
          </p>
        </Prose>
      </Section>
    </>
  );
}
