import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { heads } from '#app/features/mapping/campaigns/import.ts';
import { findCampaign } from '#app/features/mapping/campaigns/queries.server.ts';
import { takeList } from '#app/features/mapping/campaigns/take-list.server.ts';
import { Taken } from '#app/features/mapping/campaigns/ui/taken.tsx';
import { refusalText } from '#app/features/mapping/campaigns/ui/words.ts';
import { found } from '#app/platform/http.server.ts';
import { listFile, tableRefusalTexts } from '#app/platform/tables/table.ts';
import { Button } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { FileForm } from '#app/ui/parts/file-form.tsx';

export const meta: MetaFunction = () => [{ title: 'Bring a list · Mapping · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findCampaign(scope, found(params['id'])));
  return { id };
}

const tableTexts: Record<string, string> = tableRefusalTexts;

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findCampaign(scope, found(params['id'])));
  const taken = await takeList(scope, id, request);
  if (!taken.ok) {
    const text = tableTexts[taken.refusal] ?? refusalText(taken.refusal);
    return data({ refusal: text, taken: undefined }, taken.refusal === 'closed' ? 409 : 400);
  }
  if (taken.value.misfits.length === 0) return redirect(`/mapping/campaigns/${id}`);
  return data({ refusal: undefined, taken: taken.value }, 400);
}

export default function Suppliers() {
  const { id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="Bring a list"
        back={{ to: `/mapping/campaigns/${id}`, label: 'The campaign' }}
        lead={`Excel or CSV, up to 10,000 rows, with the columns ${Object.values(heads).join(', ')} in any order. Name, what they are and country are needed; the file is not kept.`}
      />
      {answer?.refusal ? <Refusal>{answer.refusal}</Refusal> : null}
      {answer?.taken ? <Taken {...answer.taken} /> : null}
      <FileForm name="list" label="Your list" {...listFile}>
        <Button>Take it in</Button>
      </FileForm>
    </>
  );
}
