import type { SheetWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const vi: SheetWords = {
  title: 'Danh sách cho người tư vấn',
  lead: 'Tất cả công ty tuyển dụng trong sổ đăng ký của một nước, để in hoặc giữ lại. Tình trạng có thể thay đổi bất cứ ngày nào: hãy kiểm tra lại trước khi ai đó trả tiền hoặc ký.',
  where: 'Nước nào?',
  other: 'Nước khác',
  inCountry: 'Công ty tuyển dụng: {country}',
  print: 'In (PDF)',
  table: 'Bảng (CSV)',
  part: 'Phần {part} trên {parts}',
  nobody: 'Không ai của nước này có trong sổ đăng ký.',
  more: 'Các phần in có {count} tên đầu. Bảng có tất cả.',
  fresh: 'Như vậy vào {when}. Có thể thay đổi bất cứ ngày nào.',
  absent: 'Tên không có trong danh sách này thì không biết là an toàn. Đừng trả tiền.',
  anew: 'Kiểm tra lại từng tên trước khi ai đó trả tiền hoặc ký:',
  from: 'Từ “{first}” đến “{last}”.',
  name: 'Tên',
  local: 'Tên bằng chữ riêng',
  number: 'Số',
  standing: 'Tình trạng',
  licences: 'Giấy phép',
  place: 'Nơi',
  until: 'Hết hạn chứng nhận',
  unprintable: 'Bằng chữ mà giấy này không in được',
};
