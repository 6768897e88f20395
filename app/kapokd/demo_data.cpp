// SPDX-License-Identifier: Apache-2.0
#include "app/kapokd/demo_data.h"

#include <array>

namespace kapok::kapokd::demo {
namespace {

constexpr auto kUnits = std::to_array<UnitData>({
    {"cb", "", "province", "Cao Bằng", "高平省", "Cao Bằng"},
    {"qu", "cb", "commune", "Xã Quảng Uyên", "广渊乡", "Quảng Uyên commune"},
    {"tk", "cb", "commune", "Xã Trùng Khánh", "重庆乡", "Trùng Khánh commune"},
    {"nb", "cb", "commune", "Xã Nguyên Bình", "原平乡", "Nguyên Bình commune"},
    {"qu1", "qu", "school", "Trường Tiểu học Quảng Uyên", "广渊小学", "Quảng Uyên Primary School"},
    {"qu2", "qu", "school", "Trường THCS Quảng Uyên", "广渊初级中学", "Quảng Uyên Lower Secondary School"},
    {"tk1", "tk", "school", "Trường Tiểu học Trùng Khánh", "重庆乡小学", "Trùng Khánh Primary School"},
    {"tk2", "tk", "school", "Trường THCS Trùng Khánh", "重庆乡初级中学",
     "Trùng Khánh Lower Secondary School"},
    {"nb1", "nb", "school", "Trường Tiểu học Nguyên Bình", "原平小学", "Nguyên Bình Primary School"},
    {"nb2", "nb", "school", "Trường PTDTBT THCS Nguyên Bình", "原平民族寄宿初级中学",
     "Nguyên Bình Ethnic Boarding Lower Secondary School"},
});

constexpr auto kPeople = std::to_array<PersonData>({
    {"mai.hoang", "Hoàng Thị Mai", "vi", "cô", "qu1", "learner", "Lớp 4A"},
    {"dung.nong", "Nông Văn Dũng", "vi", "thầy", "qu1", "learner", "Lớp 5B"},
    {"sen.ly", "Lý Thị Sen", "vi", "cô", "qu1", "learner", "Lớp 2A"},
    {"xiulan.wei", "韦秀兰", "zh", "老师", "qu1", "learner", "Tiếng Trung"},
    {"hanh.be", "Bế Minh Hạnh", "vi", "cô", "qu1", "learner reviewer", "Hiệu trưởng"},
    {"so.caobang", "Lương Văn Minh", "vi", "thầy", "cb", "learner reviewer", "Sở Giáo dục và Đào tạo"},
    {"tacgia.tran", "Trần Thu Hà", "vi", "cô", "cb", "author", ""},
    {"admin", "Đàm Quốc Việt", "vi", "anh", "cb", "owner", ""},
    {"hoa.trieu", "Triệu Thị Hoa", "vi", "cô", "qu1", "learner", "", Way::Whole},
    {"thang.hoang", "Hoàng Văn Thắng", "vi", "thầy", "qu1", "learner", "", Way::Begun},
    {"lan.nong", "Nông Thị Lan", "vi", "cô", "qu2", "learner", "", Way::Whole},
    {"quan.mong", "Mông Đình Quân", "vi", "thầy", "qu1", "learner", "", Way::Most},
    {"yen.dinh", "Đinh Thị Yến", "vi", "cô", "qu2", "learner", "", Way::None},
    {"huong.hoang", "Hoàng Thu Hương", "vi", "cô", "tk1", "learner", "", Way::Whole},
    {"tuan.luc", "Lục Anh Tuấn", "vi", "thầy", "tk1", "learner", "", Way::Half},
    {"guifang.huang", "黄桂芳", "zh", "老师", "tk1", "learner", "", Way::Begun},
    {"phuong.be", "Bế Thị Phượng", "vi", "cô", "tk1", "learner", "", Way::Most},
    {"duc.nong", "Nông Minh Đức", "vi", "thầy", "tk2", "learner", "", Way::Whole},
    {"thuy.ma", "Mã Thị Thủy", "vi", "cô", "tk2", "learner", "", Way::Half},
    {"hung.vuong", "Vương Văn Hùng", "vi", "thầy", "nb1", "learner", "", Way::Most},
    {"nga.ly", "Lý Thị Nga", "vi", "cô", "nb1", "learner", "", Way::Begun},
    {"minh.chu", "Chu Quang Minh", "vi", "thầy", "nb1", "learner", "", Way::None},
    {"dao.ban", "Bàn Thị Đào", "vi", "cô", "nb2", "learner", "", Way::Whole},
    {"son.trieu", "Triệu Văn Sơn", "vi", "thầy", "nb2", "learner", "", Way::Half},
    {"tham.dang", "Đặng Hồng Thắm", "vi", "cô", "nb2", "learner", "", Way::Begun},
});

} // namespace

std::span<const UnitData> units()
{
    return kUnits;
}

std::span<const PersonData> people()
{
    return kPeople;
}

} // namespace kapok::kapokd::demo
