import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { changeRule } from '#app/features/mapping/corridors/national/commands.server.ts';
import { changeRuleForm } from '#app/features/mapping/corridors/national/forms.ts';
import { findRule } from '#app/features/mapping/corridors/national/queries.server.ts';
import {
  RuleFields,
  ruleAs,
  type ChangeRuleAnswers,
} from '#app/features/mapping/corridors/ui/rule-fields.tsx';
import { RuleTable, ruleTitle } from '#app/features/mapping/corridors/ui/rule-table.tsx';
import { refusalText } from '#app/features/mapping/corridors/ui/words.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'National rule · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { rule: found(await findRule(scope, found(params['id']))), today: dayOf(scope.now) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findRule(scope, found(params['id'])));
  const form = await readForm(request, changeRuleForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await changeRule(scope, id, form.value), '/scheme/corridors/rules', form.reply);
}

export default function Rule() {
  const { rule, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ChangeRuleAnswers>('rule', { reply: answer?.reply, saved: ruleAs(rule) });
  const open = rule.withdrawnReason === null;
  return (
    <StepPage
      title={ruleTitle(rule)}
      place={{ to: '/scheme/corridors/rules', label: 'Who may be charged' }}
      lead={
        open
          ? `To change it or to say that you checked it again today, save it as version ${rule.version + 1}. Earlier versions stay.`
          : `Withdrawn: ${rule.withdrawnReason ?? ''}`
      }
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={open ? 'Save the new version' : undefined}
      context={<RuleTable rules={rule.versions} today={today} empty="" />}
    >
      {open ? (
        <>
          <RuleFields fields={fields} />
          <input type="hidden" name={fields.version.name} value={fields.version.initialValue} />
          <p>
            <TextLink to={`/scheme/corridors/rules/${rule.id}/withdraw`}>Withdraw this rule</TextLink>
          </p>
        </>
      ) : null}
    </StepPage>
  );
}
