import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';

import { useFields } from '../form.tsx';
import { StepPage, type Place } from './step-page.tsx';

type Props = {
  title: string;
  /** What follows from it, in words. */
  lead: ReactNode;
  place: Place;
  refusal: ReactNode;
  reply: SubmissionResult<string[]> | undefined;
  button: string;
  danger?: boolean;
  id?: string;
};

/** A step that asks nothing but whether it is meant. */
export function SureStep({ id = 'step', reply, ...step }: Props) {
  const [form] = useFields(id, { reply });
  return <StepPage {...step} form={form} />;
}
