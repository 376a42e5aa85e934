import type { HelpWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const id: HelpWords = {
  title: 'Siapa yang bisa membantu Anda',
  lead: 'Anda boleh meminta bantuan. Itu hak Anda. Telepon atau datanglah sendiri, dan sebutkan nama hanya jika Anda mau.',
  where: 'Anda berada di negara mana?',
  inCountry: 'Bantuan di {country}',
  otherCountry: 'Negara lain',
  what: 'Apa yang Anda perlukan?',
  anything: 'Bantuan apa saja',
  topics: {
    hotline: 'Telepon bantuan',
    resource_centre: 'Pusat untuk pekerja migran',
    consulate: 'Kedutaan atau konsulat',
    union: 'Serikat pekerja',
    shelter: 'Tempat tinggal yang aman',
    legal_aid: 'Bantuan hukum',
  },
  call: 'Telepon {number}',
  page: 'Buka halaman mereka',
  address: 'Alamat',
  open: 'Jam buka',
  speaks: 'Bahasa yang dipakai',
  free: 'Gratis: menelepon atau datang tidak dipungut biaya',
  notFree: 'Mungkin ada biaya',
  checked: 'Diperiksa pada {day}',
  source: 'Kami membacanya di',
  example: 'Hanya contoh. Ini bukan tempat nyata.',
  none: 'Kami belum mengenal siapa pun di sini.',
  noneMeans:
    'Itu tidak berarti tidak ada yang bisa membantu. Tanyakan kepada kedutaan negara Anda, atau serikat pekerja di tempat Anda.',
  more: 'Lainnya',
  before: 'Kembali',
  languages: 'Bahasa',
  check: 'Periksa perekrut',
  leave: 'Tinggalkan halaman ini',
};
