import type { SheetWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const id: SheetWords = {
  title: 'Daftar untuk konselor',
  lead: 'Semua perekrut dalam daftar satu negara, untuk dicetak atau disimpan. Statusnya bisa berubah setiap hari: periksa lagi sebelum ada yang membayar atau menandatangani.',
  where: 'Negara mana?',
  other: 'Negara lain',
  inCountry: 'Perekrut di {country}',
  print: 'Cetak (PDF)',
  table: 'Tabel (CSV)',
  part: 'Bagian {part} dari {parts}',
  nobody: 'Tidak ada dari negara ini dalam daftar.',
  more: 'Bagian cetak memuat {count} nama pertama. Tabel memuat semuanya.',
  fresh: 'Begitulah keadaannya pada {when}. Bisa berubah setiap hari.',
  absent: 'Nama yang tidak ada di daftar ini tidak diketahui aman. Jangan membayar.',
  anew: 'Periksa lagi setiap nama sebelum ada yang membayar atau menandatangani:',
  from: 'Dari “{first}” sampai “{last}”.',
  name: 'Nama',
  local: 'Nama dalam aksaranya',
  number: 'Nomor',
  standing: 'Status',
  licences: 'Izin',
  place: 'Tempat',
  until: 'Sertifikat berakhir',
  unprintable: 'Dalam huruf yang tidak bisa ditampilkan kertas ini',
};
