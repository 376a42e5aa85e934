import type { SheetWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const ar: SheetWords = {
  title: 'قوائم للمرشدين',
  lead: 'كل مكاتب التوظيف في سجل بلد واحد، للطباعة أو الحفظ. قد يتغير الوضع في أي يوم: تحقق مرة أخرى قبل أن يدفع أحد أو يوقع.',
  where: 'أي بلد؟',
  other: 'بلد آخر',
  inCountry: 'مكاتب التوظيف: {country}',
  print: 'اطبع (PDF)',
  table: 'جدول (CSV)',
  part: 'الجزء {part} من {parts}',
  nobody: 'لا أحد من هذا البلد في السجل.',
  more: 'في الأجزاء المطبوعة أول {count} اسم. وفي الجدول كلها.',
  fresh: 'كان الأمر كذلك في {when}. قد يتغير في أي يوم.',
  absent: 'الاسم الذي ليس في هذه القائمة لا يعرف أنه آمن. لا تدفع.',
  anew: 'تحقق من كل اسم مرة أخرى قبل أن يدفع أحد أو يوقع:',
  from: 'من «{first}» إلى «{last}».',
  name: 'الاسم',
  local: 'الاسم بكتابته',
  number: 'الرقم',
  standing: 'الوضع',
  licences: 'التراخيص',
  place: 'المكان',
  until: 'نهاية الشهادة',
  unprintable: 'بحروف لا تستطيع هذه الورقة إظهارها',
};
