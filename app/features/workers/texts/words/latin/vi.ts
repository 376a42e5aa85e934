import type { TextWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const vi: TextWords = {
  check: ['KIEM TRA', 'KIỂM TRA'],
  pay: 'Không ai được lấy tiền của bạn.',
  stop: 'Đừng trả tiền.',
  unknown: 'Chúng tôi không biết tên này. Điều đó không có nghĩa là an toàn.',
  one: 'Công ty này? Gửi số của nó:',
  which: 'Công ty nào? Gửi số của nó:',
  others: 'Không có ở đây?',
  later: 'Hiện chúng tôi chưa trả lời được. Điều này không nói gì về công ty nào.',
  how: 'Gửi {word} và tên hoặc số của công ty.',
  more: 'Thêm:',
};
