"""我是工作人员: the switch in 更多, kept in the library."""

from beiguan_desktop.ui.staff import staff_of


def test_the_switch_is_kept_in_the_library_and_told(deputy):
    deputy.starts()
    told = []
    staff_of(deputy.window.workspace).changed.connect(told.append)
    assert not deputy.window.workspace.is_staff
    assert not deputy.reads_menu("意见")["我是工作人员"].isChecked()
    deputy.chooses("意见", "我是工作人员")
    assert told == [True]
    deputy.starts_again()
    assert deputy.window.workspace.is_staff
    assert deputy.reads_menu("意见")["我是工作人员"].isChecked()
    deputy.chooses("意见", "我是工作人员")
    assert not deputy.window.workspace.is_staff


def test_a_library_that_can_only_be_read_offers_no_switch(deputy, qtbot):
    deputy.starts()
    deputy.window.close()
    deputy.database.chmod(0o444)
    deputy.window = deputy._new_window()
    deputy.window.workspace._only_read = True
    deputy.starts()
    assert not deputy.reads_menu("意见")["我是工作人员"].isEnabled()
