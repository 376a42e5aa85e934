import type { TextWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const ar: TextWords = {
  check: ['تحقق', 'تحقّق'],
  pay: 'لا يجوز لأحد أن يأخذ منك مالا.',
  stop: 'لا تدفع.',
  unknown: 'لا نعرف هذا الاسم. هذا لا يعني أنه آمن.',
  one: 'هل هو هذا؟ أرسل رقمه:',
  which: 'أي واحد هو؟ أرسل رقمه:',
  others: 'ليس هنا؟',
  later: 'لا نستطيع الإجابة الآن. هذا لا يقول شيئا عن أي مكتب.',
  how: 'أرسل {word} واسم المكتب أو رقمه.',
  more: 'المزيد:',
};
