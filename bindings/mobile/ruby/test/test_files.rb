# frozen_string_literal: true

require_relative "helper"

class TestFiles < Minitest::Test
  def setup
    @system = Partnerkit.memory
    @bank = bank_in(@system)
  end

  def teardown = @system.close

  def test_a_list_is_imported_once
    seen = []
    receipt = @bank.import_partners(list(5_000), key: "first") { |progress| seen << progress.rows }[:receipt]
    assert_equal 5_000, receipt[:partners]
    assert seen.size > 1 && seen == seen.sort
    assert_equal receipt, @bank.import_partners(list(5_000), key: "first")[:receipt]
    assert_raises(Partnerkit::Error) { @bank.import_partners(list(3), key: "second") }
  end

  def test_an_import_is_cancelled_by_false_break_throw_and_an_exception
    refused = assert_raises(Partnerkit::Error) { @bank.import_partners(list(5_000)) { false } }
    assert_equal "import_cancelled", refused.code
    assert_equal "import_cancelled", assert_raises(Partnerkit::Error) { @bank.import_partners(list(5_000)) { break } }.code
    assert_equal "import_cancelled", assert_raises(Partnerkit::Error) { catch(:out) { @bank.import_partners(list(5_000)) { throw :out } } }.code
    lost = ArgumentError.new("lost")
    assert_same lost, assert_raises(ArgumentError) { @bank.import_partners(list(5_000)) { raise lost } }
    assert_empty @bank.partners(limit: 1)[:partners]
  end

  def test_rejected_rows_exports_and_whole_banks
    Dir.mktmpdir do |folder|
      at = ->(name) { File.join(folder, name) }
      File.write(at["list.csv"], "name,email\nPantry,pantry@pantry.example\nNobody,no address\n")
      report = @bank.preview_import(at["list.csv"])
      assert_equal 1, Partnerkit.write_rejected(at["list.csv"], report, to: at["rejected.csv"])
      assert_match(/Nobody/, File.read(at["rejected.csv"]))
      @bank.add_partner(name: "Pantry", email: "pantry@pantry.example")
      assert_equal 1, @bank.export_partners(to: at["out.csv"], columns: %i[name status])[:partners]
      assert_equal "name,status", File.readlines(at["out.csv"], chomp: true).first.delete_prefix("\u{feff}")
      assert_raises(Partnerkit::Error) { @bank.export_partners(to: at["out.csv"]) }
      written = @bank.write_out(to: Pathname(at["bank.partnerkit"]))
      Partnerkit.memory { |other| assert_equal written, other.read_in(at["bank.partnerkit"]) }
    end
  end
end
