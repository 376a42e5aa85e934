import { addDays, type Day } from '#app/platform/calendar.ts';

/** How long before its day a remedy is announced; 0: the day has passed. */
export const noticeSteps = [0, 7, 30] as const;
export type NoticeStep = (typeof noticeSteps)[number];

/** The nearest step that was reached; a clock that stood still tells of that one alone. */
export const noticeOn = (dueOn: Day, today: Day): NoticeStep | undefined =>
  dueOn < today ? 0 : noticeSteps.find((step) => step > 0 && addDays(today, step) >= dueOn);
