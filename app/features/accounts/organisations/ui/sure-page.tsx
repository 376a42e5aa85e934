import type { ReactNode } from 'react';

import type { FormAnswer } from '#app/ui/form.tsx';
import { SureStep } from '#app/ui/parts/sure-step.tsx';

import { refusalIn } from './refusals.tsx';

type Props = {
  title: string;
  /** What follows from it, in words. */
  lead: ReactNode;
  back: { to: string; label: string };
  button: string;
  danger?: boolean;
  answer: FormAnswer;
};

/** A step that asks nothing but whether it is meant, of people and their organisations. */
export const SurePage = ({ back, answer, ...step }: Props) => (
  <SureStep {...step} id="sure" place={back} reply={answer?.reply} refusal={refusalIn(answer?.refusal)} />
);
