import { z } from 'zod';

import { givenId, type Given } from '#app/platform/once.ts';

import { words } from '../forms.ts';
import { changeKinds } from './model.ts';

export const changeForm = z.object({
  ...givenId,
  kind: z.enum(changeKinds, { message: 'Choose what changes' }),
  changedOn: z.iso.date({ message: 'Enter the day it changed or will change' }),
  what: words('Say what changes, and what that means for workers'),
});
export type ChangeForm = Given<z.output<typeof changeForm>>;
