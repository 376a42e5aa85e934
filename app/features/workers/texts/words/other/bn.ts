import type { TextWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const bn: TextWords = {
  check: ['যাচাই', 'যাচাই করুন', 'JACHAI'],
  pay: 'কেউ আপনার কাছ থেকে টাকা নিতে পারে না।',
  stop: 'টাকা দেবেন না।',
  unknown: 'আমরা এই নাম চিনি না। এর মানে এই নয় যে সে নিরাপদ।',
  one: 'এটিই কি? এর নম্বর পাঠান:',
  which: 'কোনটি? তার নম্বর পাঠান:',
  others: 'এখানে নেই?',
  later: 'আমরা এখন উত্তর দিতে পারছি না। এতে কোনো এজেন্সি সম্পর্কে কিছু বোঝায় না।',
  how: '{word} আর এজেন্সির নাম বা নম্বর পাঠান।',
  more: 'আরও:',
};
