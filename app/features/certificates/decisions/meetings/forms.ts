import { z } from 'zod';

export const meetingForm = z.object({
  form: z.enum(['meeting', 'circulation'], { message: 'Choose a meeting or a circulation' }),
  closesOn: z.iso.date('Enter the last day on which votes count'),
  matters: z.array(z.uuid('Choose from the list')).min(1, 'Choose at least one matter').max(100),
});
export type MeetingForm = z.output<typeof meetingForm>;
