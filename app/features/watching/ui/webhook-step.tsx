import type { FormAnswer } from '#app/ui/form.tsx';
import { SureStep } from '#app/ui/parts/sure-step.tsx';

import { refusalText } from './words.ts';

type Props = {
  webhook: { id: string; url: string };
  title: string;
  lead: string;
  button: string;
  danger?: boolean;
  answer: FormAnswer;
};

/** What somebody does to a webhook: what follows, and whether it is meant. */
export const WebhookStep = ({ webhook: { id, url }, answer, ...step }: Props) => (
  <SureStep
    {...step}
    place={{ to: `/webhooks/${id}`, label: 'Webhook', eyebrow: url }}
    reply={answer?.reply}
    refusal={answer?.refusal && refusalText(answer.refusal)}
  />
);
