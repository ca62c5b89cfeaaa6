"""Departments: one organisation under many names, groups with members, the same name in two regions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.model.department import Department, DepartmentRef, DepartmentRegistry, fold_name

ZZ, XX = "郑州市", "新乡市"
REGISTRY = DepartmentRegistry(
    [
        Department(ZZ, "市发展改革委", ("市发改委", "发展和改革委员会")),
        Department(ZZ, "市工信局", ("市工业和信息化局",)),
        Department(ZZ, "巩义市政府", ("巩义市", "巩义市人民政府")),
        Department(ZZ, "各区县（市）人民政府", ("各区县",), ("巩义市", "中牟县政府", "各区")),
        Department(ZZ, "各区", (), ("金水区政府",)),
        Department(ZZ, "金水区政府"),
        Department(ZZ, "各单位", (), ("各区县", "市工信局")),
        Department(XX, "市工信局", ("市工业和信息化局", "市工信委")),
        Department(XX, "市发改委"),
    ]
)


def ref(name: str, region: str = ZZ) -> DepartmentRef:
    return DepartmentRef(region, name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("市工信局", "市工信局"),
        ("各区县（市）人民政府", "各区县(市)人民政府"),
        ("各县〔市、区〕政府", "各县(市、区)政府"),
        ("各县[市、区]政府", "各县(市、区)政府"),
        ("各县［市、区］政府", "各县(市、区)政府"),
        (" 市 工　信\t局\n", "市工信局"),
        ("ＡＢ数据中心", "AB数据中心"),
        ("“四水同治”办", '"四水同治"办'),
        ("", ""),
    ],
)
def test_fold_name(name: str, expected: str) -> None:
    """Width, brackets, quotation marks and spaces do not count."""
    assert fold_name(name) == expected


TWINS = str.maketrans("（）“”ＡＢ１〔〕", '()""AB1[]')


@given(st.text("市发改委县区、（）()〔〕[]“”ＡＢAB1１ 　\t"), st.integers(0, 20))
def test_spellings_of_one_name_fold_alike(name: str, place: int) -> None:
    folded = fold_name(name)

    assert fold_name(folded) == folded
    assert fold_name(name.translate(TWINS)) == folded
    assert fold_name(f"{name[:place]} {name[place:]}") == folded


@pytest.mark.parametrize(
    ("region", "name", "expected"),
    [
        (ZZ, "市发展改革委", "市发展改革委"),
        (ZZ, "市发改委", "市发展改革委"),
        (ZZ, "发展和改革委员会", "市发展改革委"),
        (XX, "市发改委", "市发改委"),
        (XX, "市工信委", "市工信局"),
        (ZZ, "市工信委", "市工信委"),
        (ZZ, "各区县(市)人民政府", "各区县（市）人民政府"),
        (ZZ, "各区县〔市〕 人民政府", "各区县（市）人民政府"),
        (ZZ, " 某局 ", "某局"),
        ("洛阳市", "市工信局", "市工信局"),
    ],
)
def test_resolve(region: str, name: str, expected: str) -> None:
    """A name means its department of that region; an unknown one stands for itself."""
    assert REGISTRY.resolve(region, name) == DepartmentRef(region, expected)


def test_a_name_counts_before_another_ones_alias() -> None:
    registry = DepartmentRegistry(
        [Department(ZZ, "甲局", ("乙局", "丙局")), Department(ZZ, "乙局", ("丙局",))]
    )

    assert registry.resolve(ZZ, "乙局") == ref("乙局")
    assert registry.resolve(ZZ, "丙局") == ref("甲局")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("市工信局", (ref("市工信局"), ref("市工信局", XX))),
        ("市工业和信息化局", (ref("市工信局"), ref("市工信局", XX))),
        ("郑州市/市工信局", (ref("市工信局"),)),
        ("新乡市/市工业和信息化局", (ref("市工信局", XX),)),
        ("市工信委", (ref("市工信局", XX),)),
        ("郑州市/市工信委", ()),
        ("洛阳市/市工信局", ()),
        ("市发改委", (ref("市发展改革委"), ref("市发改委", XX))),
        ("各区县(市)人民政府", (ref("各区县（市）人民政府"),)),
        ("某局", ()),
        ("", ()),
        ("/", ()),
        ("郑州市/", ()),
    ],
)
def test_find(written: str, expected: tuple[DepartmentRef, ...]) -> None:
    """The same name in two regions is two departments; a region before a slash chooses."""
    assert REGISTRY.find(written) == expected


def test_find_in_a_region_without_known_departments() -> None:
    """A region of which only a plan is known is no part of a name."""
    assert REGISTRY.find("洛阳市/市工信局", ["洛阳市"]) == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("巩义市政府", {"各区县（市）人民政府", "各单位"}),
        ("金水区政府", {"各区", "各区县（市）人民政府", "各单位"}),
        ("各区", {"各区县（市）人民政府", "各单位"}),
        ("各单位", set()),
        ("市发展改革委", set()),
        ("中牟县政府", {"各区县（市）人民政府", "各单位"}),
        ("某局", set()),
    ],
)
def test_groups_of(name: str, expected: set[str]) -> None:
    """Groups of groups too; a member that has no entry of its own has groups nevertheless."""
    found = REGISTRY.groups_of(ref(name))

    assert set(found) == {ref(group) for group in expected}
    assert len(found) == len(expected)


def test_groups_end_at_the_region() -> None:
    assert REGISTRY.groups_of(ref("市工信局")) == (ref("各单位"),)
    assert REGISTRY.groups_of(ref("市工信局", XX)) == ()


@pytest.mark.parametrize(
    ("start", "expected"), [("甲", {"乙", "丙"}), ("乙", {"甲", "丙"}), ("丙", {"甲", "乙"}), ("丁", set())]
)
def test_groups_in_a_circle_end(start: str, expected: set[str]) -> None:
    """No group is above itself, and the question is answered."""
    registry = DepartmentRegistry(
        [
            Department(ZZ, "甲", members=("乙",)),
            Department(ZZ, "乙", members=("丙",)),
            Department(ZZ, "丙", members=("甲",)),
            Department(ZZ, "丁", members=("丁",)),
        ]
    )

    assert {group.name for group in registry.groups_of(ref(start))} == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("各区县（市）人民政府", ("巩义市政府", "中牟县政府", "各区")),
        ("各单位", ("各区县（市）人民政府", "市工信局")),
        ("市工信局", ()),
        ("某局", ()),
    ],
)
def test_members_of(name: str, expected: tuple[str, ...]) -> None:
    """Direct members under their own names."""
    assert REGISTRY.members_of(ref(name)) == tuple(map(ref, expected))


def test_names_of() -> None:
    assert REGISTRY.names_of(ref("市工信局", XX)) == ("市工信局", "市工业和信息化局", "市工信委")
    assert REGISTRY.names_of(ref("某局")) == ("某局",)


def test_get() -> None:
    found = REGISTRY.get(ref("市工信局", XX))

    assert found is not None
    assert found.ref == ref("市工信局", XX)
    assert REGISTRY.get(ref("某局")) is None
    assert DepartmentRegistry().get(ref("市工信局")) is None


def test_regions_in_the_order_of_naming() -> None:
    assert REGISTRY.regions == (ZZ, XX)


@pytest.mark.parametrize(("region", "expected"), [(ZZ, "郑州市/市工信局"), ("", "市工信局")])
def test_a_reference_as_text(region: str, expected: str) -> None:
    assert str(ref("市工信局", region)) == expected


names = st.sampled_from("甲乙丙丁戊")
departments = st.lists(
    st.builds(
        Department,
        st.just(ZZ),
        names,
        st.just(()),
        st.lists(names, max_size=3).map(lambda found: tuple(found)),
    ),
    unique_by=lambda department: department.name,
)


@given(departments, names)
def test_groups_are_those_from_which_members_lead_back(known: list[Department], name: str) -> None:
    registry = DepartmentRegistry(known)

    def below(group: DepartmentRef) -> set[DepartmentRef]:
        seen: set[DepartmentRef] = set()
        waiting = [group]
        while waiting:
            for member in registry.members_of(waiting.pop()):
                if member not in seen:
                    seen.add(member)
                    waiting.append(member)
        return seen

    expected = {d.ref for d in known if ref(name) in below(d.ref) and d.ref != ref(name)}
    assert set(registry.groups_of(ref(name))) == expected


@pytest.mark.parametrize(
    ("region", "name", "expected"),
    [
        ("三门峡市", "市生态环境局", "三门峡市生态环境局"),
        ("河南省", "省水利厅", "河南省水利厅"),
        ("新乡市", "黄河河务局", "新乡市黄河河务局"),
        ("新乡市", "长垣市人民政府", "新乡市长垣市人民政府"),
        ("郑州市", "郑州经开区管委会", "郑州经开区管委会"),
        ("", "市水利局", "市水利局"),
        ("Raleigh", "Stormwater", "Stormwater, Raleigh"),
    ],
)
def test_a_letter_says_the_region_once(region: str, name: str, expected: str) -> None:
    assert DepartmentRef(region, name).full_name == expected
