"""The small marks of a cell."""

import pytest

from studyapp.catalog.comparison import CellKind
from studyapp.study.cell_knowledge import CellState
from studyapp.ui.compare.kind_mark import MarkPictures
from tests.ui.exam_house import light_theme


@pytest.mark.parametrize("zoom", [100, 150, 200, 300])
def test_no_mark_is_cut_at_the_edge_of_its_picture(qapp: object, zoom: int) -> None:
    theme = light_theme()
    theme.set_zoom(zoom)
    picture = MarkPictures(theme, theme.px(7), 1.0).of(CellKind.RULE, CellState.UNSEEN, disputed=True)
    image = picture.toImage()
    bottom = image.height() - 1
    assert all(image.pixelColor(x, bottom).alpha() == 0 for x in range(image.width()))
    assert any(image.pixelColor(x, bottom - theme.px(3)).alpha() for x in range(image.width()))
