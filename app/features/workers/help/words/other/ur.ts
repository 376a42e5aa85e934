import type { HelpWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const ur: HelpWords = {
  title: 'آپ کی مدد کون کر سکتا ہے',
  lead: 'آپ مدد مانگ سکتے ہیں۔ یہ آپ کا حق ہے۔ خود فون کریں یا جائیں، اور اپنا نام صرف تب بتائیں جب آپ چاہیں۔',
  where: 'آپ کس ملک میں ہیں؟',
  inCountry: '{country} میں مدد',
  otherCountry: 'دوسرا ملک',
  what: 'آپ کو کیا چاہیے؟',
  anything: 'کوئی بھی مدد',
  topics: {
    hotline: 'مدد کی فون لائن',
    resource_centre: 'تارکینِ وطن کارکنوں کا مرکز',
    consulate: 'سفارت خانہ یا قونصل خانہ',
    union: 'ٹریڈ یونین',
    shelter: 'رہنے کی محفوظ جگہ',
    legal_aid: 'قانونی مدد',
  },
  call: '{number} پر فون کریں',
  page: 'ان کا صفحہ کھولیں',
  address: 'پتہ',
  open: 'کھلنے کے اوقات',
  speaks: 'بولی جانے والی زبانیں',
  free: 'مفت: فون کرنے یا جانے کے پیسے نہیں لگتے',
  notFree: 'پیسے لگ سکتے ہیں',
  checked: '{day} کو جانچا گیا',
  source: 'ہم نے یہاں پڑھا',
  example: 'صرف مثال۔ یہ اصلی جگہ نہیں ہے۔',
  none: 'یہاں ہم ابھی کسی کو نہیں جانتے۔',
  noneMeans:
    'اس کا مطلب یہ نہیں کہ کوئی مدد نہیں کر سکتا۔ اپنے ملک کے سفارت خانے سے، یا جہاں آپ ہیں وہاں کی ٹریڈ یونین سے پوچھیں۔',
  more: 'مزید',
  before: 'واپس',
  languages: 'زبانیں',
  check: 'ایجنسی کی جانچ کریں',
  leave: 'یہ صفحہ چھوڑیں',
};
