import type { SubmissionResult } from '@conform-to/react';

import { problemWith } from '#app/platform/form.server.ts';
import { badInput, opened, refused } from '#app/platform/http.server.ts';
import { refuse } from '#app/platform/result.ts';

const broken = ['unknown_link', 'used_link', 'expired_link'];

/** A broken link leads to its own page, a weak password is told beside its field, any other no above the form. */
export function saidNo(refusal: string, reply: SubmissionResult<string[]>) {
  if (broken.includes(refusal)) opened(refuse(refusal));
  const weak = /^weak_password:(.+)$/.exec(refusal)?.[1];
  return weak ? badInput(problemWith(reply, 'password', weak)) : refused(refusal, reply);
}
